import Findings

/// A region's chronic and special outpatient diseases (门诊慢特病病种).
package final class DiseaseList: Sendable {
  package struct Group: Sendable {
    package let id: String
    package let title: String
    package let place: Place

    package init(id: String, title: String, place: Place) {
      self.id = id
      self.title = title
      self.place = place
    }
  }

  package struct Disease: Sendable {
    /// National code.
    package let code: String
    package let title: String
    /// Id of its group; nil when it stands for itself.
    package let group: String?
    package let place: Place

    package init(code: String, title: String, group: String?, place: Place) {
      self.code = code
      self.title = title
      self.group = group
      self.place = place
    }
  }

  package let groups: [Group]
  package let diseases: [Disease]
  package let place: Place

  package init(groups: [Group], diseases: [Disease], place: Place) {
    self.groups = groups
    self.diseases = diseases
    self.place = place
  }
}
