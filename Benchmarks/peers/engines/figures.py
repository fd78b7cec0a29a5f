"""The figures of employee inpatient in fen and thousandths, once for all peers."""

YUAN = 100
FIRST_STAY, LATER_STAY = 1300 * YUAN, 650 * YUAN
FIRST_END, SECOND_END, EXPENSE_CAP = 30000 * YUAN, 40000 * YUAN, 100000 * YUAN
POOL_CAP, LARGE_CAP = 100000 * YUAN, 400000 * YUAN
# RATIOS[retired][level - 1]: of the three columns; retired persons bear 60 % of the employed person's share.
RATIOS = (
    ((900, 950, 970), (870, 920, 970), (850, 900, 950)),
    ((940, 970, 982), (922, 952, 982), (910, 940, 970)),
)
LARGE_RATIOS = (850, 900)
# By filing: local, long-term, referral, temporary, unfiled.
POINTS = (0, 0, 100, 100, 200)
