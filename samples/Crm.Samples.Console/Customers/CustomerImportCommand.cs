using System.CommandLine;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm import customers FILE</c>.</summary>
internal static class CustomerImportCommand
{
    // Half of the usual, for little memory.
    private const int Batch = 1_000;

    public static readonly Option<string> SystemName = new("--system")
    {
        Description = "Name of the system that the ids belong to; at most 32 characters.",
        DefaultValueFactory = _ => "import",
    };

    private static readonly Option<string> s_layout = new("--layout")
    {
        Description = $"auto, {string.Join(", ", CustomerLayout.All.Select(l => l.Name))}, or a file MAP.json.", DefaultValueFactory = _ => "auto",
    };

    private static readonly Option<string> s_onDuplicate = new("--on-duplicate")
    {
        Description = "What to do with a customer that is there already, or may be: review, skip, update, create.", DefaultValueFactory = _ => "review",
    };

    private static readonly Option<string?> s_updateBy = new("--update-by") { Description = "By what update knows a customer: reference, email, phone; several with commas. All of them by default." };
    private static readonly Option<string?> s_country = new("--country") { Description = "Whose national numbers rows without a country have, such as IT." };
    private static readonly Option<string?> s_dates = new("--dates") { Description = "What comes first in dates such as 3/4/1970: day or month." };
    private static readonly Option<bool> s_leaveOut = new("--leave-out-bad-cells") { Description = "Leave a cell that says nothing usable out, instead of its row." };
    private static readonly Option<bool> s_rehearsal = new("--dry-run") { Description = "Say what would happen and change nothing." };
    private static readonly Option<bool> s_resume = new("--resume") { Description = "Go on where an import of the same file with the same options stopped." };
    private static readonly Option<string?> s_map = new("--map") { Description = "What columns hold: name=column,… such as familyName=Nachname,phone.work=Tel." };

    private static readonly Dictionary<string, DuplicatePolicy> s_policies = Enum.GetValues<DuplicatePolicy>().ToDictionary(p => p.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, bool> s_orders = new(StringComparer.OrdinalIgnoreCase) { ["day"] = true, ["month"] = false };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Delimited text with a header, optionally gzip; - for stdin." };
        return new Command("customers", "Import customers from the files of other programs.")
            .With(file, s_layout, s_onDuplicate, s_updateBy, s_country, s_dates, s_leaveOut, s_rehearsal, s_resume, s_map, SystemName).Does(async (run, token) =>
            {
                var options = OptionsOf(run);
                var (layout, map) = (LayoutOf(run.Get(s_layout) ?? "auto"), MapOf(run.Get(s_map)));
                var source = CustomerSource.Of(TextSource.Of(run.Get(file)), layout, map);
                await using var host = await CrmHost.OpenAsync(run.Database, token);
                var result = await ProgressDisplay.RunAsync("Customers", async progress =>
                {
                    await using var session = host.Begin(Terminal.Agent);
                    var counted = new Counter(progress, source.Rows);
                    counted.Report(0);
                    return await session.Get<CustomerImporter>().ImportAsync(source.File, source.RowsAsync(token), options, counted, token).OrFail();
                });
                run.Output.Write(result, report => Print(report, result, options.IsRehearsal));
            });
    }

    public static string SystemOf(Run run) => run.Get(SystemName)?.Trim() is { Length: > 0 and <= 32 } system && !system.Contains(':', StringComparison.Ordinal)
        ? system
        : throw CommandFailure.Usage("--system: a name of 1 to 32 characters without a colon is expected.");

    private static CustomerImportOptions OptionsOf(Run run)
    {
        var by = run.Get(s_updateBy)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (by?.FirstOrDefault(b => b.ToLowerInvariant() is not ("reference" or "email" or "phone")) is { } unknown)
        {
            throw CommandFailure.Usage($"--update-by {unknown}: there is reference, email, phone.");
        }

        bool By(string name) => by is null || by.Contains(name, StringComparer.OrdinalIgnoreCase);
        return new CustomerImportOptions
        {
            System = SystemOf(run),
            BatchSize = Batch,
            OnDuplicate = (run.Get(s_onDuplicate) ?? "").ToLowerInvariant().OneOf("--on-duplicate", s_policies),
            UpdatesByReference = By("reference"),
            UpdatesByEmail = By("email"),
            UpdatesByPhone = By("phone"),
            DefaultCountry = run.Get(s_country) is not { } code ? null : Country.TryFromCode(code, out var country) ? country
                : throw CommandFailure.Usage($"--country {code}: an ISO 3166 country code such as IT is expected."),
            DaysComeFirst = run.Get(s_dates)?.OneOf("--dates", s_orders),
            LeavesOutBadCells = run.Get(s_leaveOut),
            IsRehearsal = run.Get(s_rehearsal),
            Resumes = run.Get(s_resume),
        };
    }

    private static CustomerLayout? LayoutOf(string text)
    {
        if (text.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!text.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return CustomerLayout.Named(text) ?? throw CommandFailure.Usage($"--layout {text}: there is auto, {string.Join(", ", CustomerLayout.All.Select(l => l.Name))}, or a file MAP.json.");
        }

        try
        {
            return TextSource.Of(text).Read(reader => CustomerLayout.FromJson(reader.ReadToEnd()));
        }
        catch (FormatException exception)
        {
            throw CommandFailure.Input("LayoutUnusable", exception.Message, text, inner: exception);
        }
    }

    private static List<LayoutColumn> MapOf(string? text)
    {
        var columns = new List<LayoutColumn>();
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !CustomerLayout.IsTarget(parts[0]))
            {
                throw CommandFailure.Usage($"--map {pair}: name=column is expected, where name is one of {string.Join(", ", CustomerLayout.Targets)}.");
            }

            if (columns.Exists(c => c.Target.Equals(parts[0], StringComparison.OrdinalIgnoreCase)))
            {
                throw CommandFailure.Usage($"--map names {parts[0]} twice.");
            }

            columns.Add(new LayoutColumn(parts[1], parts[0]));
        }

        return columns;
    }

    private static void Print(Report report, CustomerImportResult result, bool isRehearsal)
    {
        report.Line(isRehearsal ? "Nothing was changed. An import would have this result:" : null).Fields(
            ("Import", result.Id), ("Layout", result.Layout), ("Read", result.Read), ("Created", result.Created), ("Updated", result.Updated),
            ("Skipped, known already", result.Skipped), ("To be reviewed", result.Review), ("Rejected", result.Rejected.Count), ("Cells left out", result.LeftOut.Count));
        if (result.Rejected.Count + result.LeftOut.Count > 0)
        {
            report.Table(["Row", "Column", "Reason", "Code"], result.Rejected.Concat(result.LeftOut).Select(r => new object?[] { r.Row, r.Column, r.Message, r.Code }));
        }
    }

    private sealed class Counter(IProgress<double> progress, int rows) : IProgress<int>
    {
        public void Report(int value)
        {
            // Nothing of a batch lives on; left alone, the collector lets some batches pile up first.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            progress.Report((double)value / Math.Max(rows, 1));
        }
    }
}
