// filter IN OUT RULES THREADS  Claims of employee inpatient, NDJSON to NDJSON: the limit for a file. RULES is the text of the
// answers' last member. The input is mapped; each thread takes the next chunk of lines and writes when its turn comes, so the
// order of lines is kept.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "answer_line.h"

#define CHUNK (1 << 18)

typedef struct {
  const char *next, *end;
  text rules;
  int output;
  int64_t taken, written, failed;
  pthread_mutex_t lock;
  pthread_cond_t turn;
} work;

typedef struct { const char *begin, *end; int64_t number; } chunk;

static int take_chunk(work *all, chunk *mine) {
  pthread_mutex_lock(&all->lock);
  mine->begin = all->next;
  mine->number = all->taken++;
  const char *end = all->end - all->next > CHUNK ? memchr(all->next + CHUNK, '\n', (size_t)(all->end - all->next - CHUNK)) : NULL;
  mine->end = all->next = end ? end + 1 : all->end;
  pthread_mutex_unlock(&all->lock);
  return mine->begin < mine->end;
}

// Gives how many lines of the chunk were refused.
static int64_t settle_chunk(const chunk *mine, text rules, char **out, int64_t *room, int64_t *length) {
  char *at = *out;
  int64_t refused = 0, line = 0;
  for (const char *begin = mine->begin, *end; begin < mine->end; begin = end + 1) {
    end = memchr(begin, '\n', (size_t)(mine->end - begin));
    if (!end) end = mine->end;
    if (*room - (at - *out) < LONGEST_ANSWER + (end - begin)) {
      const int64_t used = at - *out;
      *room = *room * 2 + LONGEST_ANSWER + (end - begin);
      *out = realloc(*out, (size_t)*room);
      if (!*out) exit(3);
      at = *out + used;
    }
    read_claim read;
    line++;
    if (read_line(begin, end, &read)) at = put_answer(at, &read, rules);
    else at = put_refusal(at, line), refused++;
  }
  *length = at - *out;
  return refused;
}

static void write_in_turn(work *all, const chunk *mine, const char *out, int64_t length, int64_t refused) {
  pthread_mutex_lock(&all->lock);
  while (all->written != mine->number) pthread_cond_wait(&all->turn, &all->lock);
  pthread_mutex_unlock(&all->lock);
  while (length > 0) {
    const ssize_t count = write(all->output, out, (size_t)length);
    if (count <= 0) exit(3);
    out += count, length -= count;
  }
  pthread_mutex_lock(&all->lock);
  all->written++;
  all->failed += refused;
  pthread_cond_broadcast(&all->turn);
  pthread_mutex_unlock(&all->lock);
}

static void *run(void *given) {
  work *all = given;
  int64_t room = CHUNK * 3, length;
  char *out = malloc((size_t)room);
  if (!out) exit(3);
  for (chunk mine; take_chunk(all, &mine);) {
    const int64_t refused = settle_chunk(&mine, all->rules, &out, &room, &length);
    write_in_turn(all, &mine, out, length, refused);
  }
  free(out);
  return NULL;
}

int main(int count, char **words) {
  if (count != 5) return fprintf(stderr, "filter IN OUT RULES THREADS\n"), 2;
  const int input = open(words[1], O_RDONLY), output = open(words[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  struct stat of;
  if (input < 0 || output < 0 || fstat(input, &of) < 0 || of.st_size == 0) return perror("filter"), 2;
  const char *bytes = mmap(NULL, (size_t)of.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, input, 0);
  if (bytes == MAP_FAILED) return perror("filter"), 2;
  work all = {bytes, bytes + of.st_size, {words[3], (int64_t)strlen(words[3])}, output, 0, 0, 0,
              PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER};
  pthread_t second;
  const int has_second = atoi(words[4]) > 1 && pthread_create(&second, NULL, run, &all) == 0;
  run(&all);
  if (has_second) pthread_join(second, NULL);
  return close(output) < 0 ? 3 : all.failed > 0;
}
