// How a peer in C or C++ is told what to do: see runner.py.

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// Columns of doubles, one after the other, and their number of rows.
struct data { double *numbers; long rows; };

// Answers three numbers to each question; a question is four numbers, side by side.
typedef void answer_function(const double *questions, long count, double *answers);

static struct data read_data(const char *name, int width) {
  struct data data = {NULL, 0};
  FILE *file = fopen(name, "rb");
  if (!file || fseek(file, 0, SEEK_END)) { perror(name); exit(66); }
  long size = ftell(file);
  rewind(file);
  data.rows = size / (long)sizeof(double) / width;
  data.numbers = (double *)malloc(size);
  if (!data.numbers || fread(data.numbers, 1, size, file) != (size_t)size) { perror(name); exit(74); }
  fclose(file);
  return data;
}

// Answers until stdin ends; what is timed is `answer` alone, and the memory for what it finds.
static int serve(const char *version, const char *name, answer_function *answer) {
  struct data data = read_data(name, 4);
  double *questions = (double *)malloc(4 * data.rows * sizeof(double));
  char word[16], rest[4096];
  long count;
  printf("%ld %s\n", data.rows, version);
  fflush(stdout);
  while (scanf("%15s %ld %4095[^\n]", word, &count, rest) == 3) {
    int is_run = word[0] == 'r';
    double salt = is_run ? strtod(rest, NULL) : 0;
    for (long row = 0; row < count; row++)
      for (int column = 0; column < 4; column++)
        questions[4 * row + column] = data.numbers[column * data.rows + row] + (column == 1 ? salt : 0);
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    double *answers = (double *)malloc(3 * count * sizeof(double));
    answer(questions, count, answers);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    if (is_run) {
      double sum = 0;
      for (long index = 0; index < 3 * count; index++) sum += answers[index];
      printf("%.0f %.17g\n", (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec), sum);
    } else {
      FILE *file = fopen(rest, "wb");
      if (!file || fwrite(answers, sizeof(double), 3 * count, file) != (size_t)(3 * count)) { perror(rest); return 74; }
      fclose(file);
      printf("done\n");
    }
    fflush(stdout);
    free(answers);
  }
  return 0;
}
