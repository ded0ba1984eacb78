using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge deflection|gaps|learn</c>: what readers' use of the knowledge base says.</summary>
internal static class KnowledgeReportCommands
{
    private const int Batch = 200;

    public static IEnumerable<Command> All() => [Deflection(), Gaps(), Learn()];

    private static Command Deflection()
    {
        var (from, until) = Period();
        var asOf = new Option<string?>("--as-of") { Description = "An instant, or a day, which ends in UTC; now by default." };
        return new Command("deflection", "How many cases the knowledge base spared: articles shown, one opened, no case in time.").With(from, until, asOf).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (start, end) = Read(run, session, from, until);
                var at = run.Get(asOf) is { } text ? Moments.Parse(text, DateTimeZone.Utc) ?? throw CommandFailure.Usage($"--as-of {text}: an instant or a day is expected.") : (Instant?)null;
                var report = await session.Get<KnowledgeReports>().DeflectionAsync(new DeflectionCriteria(start, end) { AsOf = at }, token).OrFail();
                var counts = report.Counts;
                run.Output.Write(
                    new
                    {
                        report.From, report.Until, report.AsOf, counts.Sessions, counts.Shown, counts.Undecided, counts.Decided, counts.Opened, counts.Deflected, counts.Solved, counts.FiledAfterOpening,
                        counts.FiledUnopened, DeflectionRate = counts.Rate, DeflectionRateOfOpened = counts.RateOfOpened,
                    },
                    page => page.Fields(
                    [
                        ("Sessions of readers", counts.Sessions), ("Articles were shown", counts.Shown), ("Not decided yet", counts.Undecided), ("Decided", counts.Decided), ("An article was opened", counts.Opened),
                        ("and no case came", counts.Deflected), ("as the reader said", counts.Solved), ("and a case came", counts.FiledAfterOpening), ("Nothing was opened, and a case came", counts.FiledUnopened),
                        ("Deflection of decided", counts.Rate), ("Deflection of opened", counts.RateOfOpened),
                    ]));
            },
            token));
    }

    private static Command Gaps()
    {
        var (from, until) = Period();
        var language = new Option<string?>("--language") { Description = "Questions in one language, such as en." };
        var readers = new Option<int>("--readers") { Description = "How many different readers a gap has at least; never fewer than 3." };
        var take = new Option<int>("--take") { Description = "Most gaps, at most 100.", DefaultValueFactory = _ => 20 };
        return new Command("gaps", "What several readers asked without a good answer, by the words that their questions share.").With(from, until, language, readers, take).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (start, end) = Read(run, session, from, until);
                var criteria = new ContentGapCriteria(start, end) { Language = run.Get(language), MinReaders = run.Get(readers), Take = run.Get(take) };
                var gaps = await session.Get<KnowledgeReports>().GapsAsync(criteria, token).OrFail();
                run.Output.Write(
                    new { From = start, Until = end, Gaps = gaps.Select(g => new { g.Language, g.Terms, g.Readers, g.Questions, g.WithoutHits, g.LastOn }) },
                    page => page.Table(
                        ["Language", "Terms", "Readers", "Questions", "Without hits", "Last"], gaps.Select(g => new object?[] { g.Language, string.Join(' ', g.Terms), g.Readers, g.Questions, g.WithoutHits, g.LastOn })));
            },
            token));
    }

    private static Command Learn() => new Command("learn", "Let the search learn from what readers asked before articles helped them, and let go of old sessions, as a host does by the clock.").Does(
        (run, token) => run.WithCrmAsync(
            async session =>
            {
                var (settled, learned, gone) = (0, 0, 0);
                for (var last = Batch; last >= Batch; settled += last)
                {
                    await using var again = session.Again();
                    last = await again.Get<KnowledgeLearning>().SettleAsync(Batch, token).OrFail();
                    await again.SaveAsync(token);
                }

                for (var last = Batch; last >= Batch; learned += last)
                {
                    await using var again = session.Again();
                    last = await again.Get<KnowledgeLearning>().LearnAsync(Batch, token).OrFail();
                }

                for (var last = Batch; last >= Batch; gone += last)
                {
                    await using var again = session.Again();
                    last = await again.Get<KnowledgeLearning>().ForgetOldAsync(Batch, token).OrFail();
                }

                run.Output.Write(
                    new { Settled = settled, Learned = learned, Forgotten = gone },
                    report => report.Fields(("Sessions looked at", settled), ("Articles learned of", learned), ("Sessions let go", gone)));
            },
            token));

    private static (Option<string?> From, Option<string?> Until) Period() => (
        new Option<string?>("--from") { Description = "An instant, or a day, which begins in UTC; 30 days ago by default." },
        new Option<string?>("--until") { Description = "An instant, or a day, which ends in UTC; now by default." });

    private static (Instant From, Instant Until) Read(Run run, CrmSession session, Option<string?> from, Option<string?> until) => (
        At(run.Get(from), from.Name, isBeginning: true) ?? session.Now - Duration.FromDays(30), At(run.Get(until), until.Name, isBeginning: false) ?? session.Now + Duration.FromMilliseconds(1));

    private static Instant? At(string? text, string option, bool isBeginning) => text is null ? null
        : Moments.Parse(text, DateTimeZone.Utc) is not { } at ? throw CommandFailure.Usage($"{option} {text}: an instant or a day is expected.")
        : text.Length == 10 && isBeginning ? at + Duration.FromMilliseconds(1) - Duration.FromDays(1)
        : at;
}
