using System.CommandLine;
using System.Globalization;
using Crm.Domain.Customers;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm duplicates FILE</c>: pairs of records that are probably of one customer. Needs no database.</summary>
internal static class DuplicatesCommand
{
    private const int PairsForPeople = 50;
    private const int ReasonsForPeople = 4;

    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "Delimited text with a header, optionally gzip; - for stdin.", Arity = ArgumentArity.ZeroOrOne };
        var against = new Option<string?>("--against") { Description = "A second file: pairs have one record of each.", HelpName = "FILE2" };
        var map = new Option<string?>("--map") { Description = $"Rename columns: name=column,… of {string.Join(", ", DuplicateFile.Names)}." };
        var truth = new Option<string?>("--truth") { Description = "The column of the true customer, or what the first group of REGEX finds in it.", HelpName = "COLUMN[:REGEX]" };
        var truthPairs = new Option<string?>("--truth-pairs") { Description = "A file of true pairs with two columns: left id and right id.", HelpName = "FILE" };
        var review = new Option<double?>("--review") { Description = "From this probability on a pair is for review.", HelpName = "S" };
        var auto = new Option<double?>("--auto") { Description = "From this probability on a pair can be merged without looking.", HelpName = "S" };
        var rules = new Option<string?>("--rules") { Description = "A JSON file of rules; what it leaves out has its default.", HelpName = "FILE" };
        var published = new Option<bool>("--print-rules") { Description = "Print the rules as JSON, and do nothing else." };
        return new Command("duplicates", "Find records of one customer in files.").With(file, against, map, truth, truthPairs, review, auto, rules, published).Does((run, token) =>
        {
            var chosen = Rules(run.Get(rules), run.Get(review), run.Get(auto));
            if (run.Get(published))
            {
                System.Console.Out.WriteLine(chosen.ToJson());
                return Task.CompletedTask;
            }

            var columns = ColumnMap.Parse(run.Get(map), DuplicateFile.Names);
            var customer = run.Get(truth) is { } column ? DuplicateTruth.Parse(column) : null;
            if (customer is not null && run.Get(truthPairs) is not null)
            {
                throw CommandFailure.Usage("--truth and --truth-pairs: one of them is enough.");
            }

            var left = DuplicateFile.Read(Source(run.Find(file)), columns, customer, run.Get(against) is not null);
            var right = run.Get(against) is { } second ? DuplicateFile.Read(TextSource.Of(second), columns, customer, isOneOfTwo: true) : null;
            Check(columns, left, right);
            var matcher = new DuplicateMatcher(chosen);
            var found = right is null ? matcher.FindWithin(left.Records, cancellationToken: token) : matcher.FindBetween(left.Records, right.Records, cancellationToken: token);
            var evaluation = customer is not null ? DuplicateEvaluation.Of(found.Pairs, left, right)
                : run.Get(truthPairs) is { } pairs ? DuplicateEvaluation.Of(found.Pairs, left, right, TextSource.Of(pairs))
                : null;
            Write(run.Output, found, left.Records, (right ?? left).Records, evaluation);
            return Task.CompletedTask;
        });
    }

    private static TextSource Source(string? path) => TextSource.Of(path ?? throw CommandFailure.Usage("FILE is missing: the records to look at."));

    private static DuplicateRules Rules(string? file, double? review, double? auto)
    {
        var rules = file is null ? DuplicateRules.Default : Read(TextSource.Of(file));
        foreach (var (option, value) in new[] { ("--review", review), ("--auto", auto) })
        {
            if (value is not (null or (>= 0 and <= 1)))
            {
                throw CommandFailure.Usage(FormattableString.Invariant($"{option} {value}: a probability from 0 to 1 is expected."));
            }
        }

        if (review > auto)
        {
            throw CommandFailure.Usage("--auto cannot be below --review.");
        }

        return rules with
        {
            Review = review ?? Math.Min(rules.Review, auto ?? 1),
            Auto = auto ?? Math.Max(rules.Auto, review ?? 0),
        };
    }

    private static DuplicateRules Read(TextSource source)
    {
        var read = DuplicateRules.Parse(source.Read(t => t.ReadToEnd()));
        return read.TryGetValue(out var rules)
            ? rules
            : throw new CommandFailure(ExitStatus.UnusableInput, [.. read.Errors.Select(e => new Problem(e.Code, e.Message) { Target = e.Target, File = source.Name })]);
    }

    // A column that was named, and some column to compare at all.
    private static void Check(ColumnMap map, DuplicateFile left, DuplicateFile? right)
    {
        foreach (var file in new[] { left, right }.OfType<DuplicateFile>().Where(f => f.Records.Count > 0))
        {
            if (!file.Found.Any(n => n != "id"))
            {
                throw CommandFailure.Input("ColumnMissing", $"There is nothing to compare: no column is called {string.Join(", ", DuplicateFile.Names.Skip(1))}; --map name=column says which is which.", file.Source, 1);
            }
        }

        if (right is { Records.Count: > 0 } && left.Records.Count > 0
            && DuplicateFile.Names.FirstOrDefault(n => map.Maps(n) && !left.Found.Contains(n) && !right.Found.Contains(n)) is { } name)
        {
            throw CommandFailure.Input("ColumnMissing", "Neither file has this column.", left.Source, 1, map.ColumnOf(name));
        }
    }

    private static void Write(CommandOutput output, DuplicateMatches found, List<DuplicateRecord> left, List<DuplicateRecord> right, DuplicateEvaluation? evaluation) => output.Write(
        new
        {
            found.Records,
            found.Comparisons,
            Pairs = found.Pairs.Select(p => new { Left = left[p.Left].Id, Right = right[p.Right].Id, p.Score, p.Tier, p.Reasons, p.Contradictions }),
            Evaluation = evaluation,
        },
        report =>
        {
            report.Fields(
                ("Records", found.Records), ("Comparisons", found.Comparisons), ("Pairs", found.Pairs.Count), ("of them auto", found.Pairs.Count(p => p.Tier == DuplicateTiers.Auto)));
            report.Table(
                ["Left", "Right", "Score", "Tier", "Because"],
                found.Pairs.Take(PairsForPeople).Select(p => new object?[] { left[p.Left].Id, right[p.Right].Id, p.Score, p.Tier, Because(p) }));
            if (found.Pairs.Count > PairsForPeople)
            {
                report.Line($"… and {found.Pairs.Count - PairsForPeople} more; --json has them all.");
            }

            if (evaluation is not null)
            {
                report.Table(
                    ["Against the truth", "Precision", "Recall", "F1"],
                    new[] { ("auto", evaluation.Auto), ("auto and review", evaluation.All) }.Select(e => new object?[] { e.Item1, e.Item2.Precision, e.Item2.Recall, e.Item2.F1 }));
            }
        });

    private static string Because(DuplicateMatch pair) => string.Join(", ", pair.Contradictions.Select(c => $"but {c} contradicts")
        .Concat(pair.Reasons.OrderByDescending(r => Math.Abs(r.Weight)).Take(ReasonsForPeople).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Field} {r.Level} {r.Weight:+0.0;-0.0}"))));
}
