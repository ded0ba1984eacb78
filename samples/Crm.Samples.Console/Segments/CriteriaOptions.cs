using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Segments;

/// <summary>Criteria of a list: <c>--criteria FILE --as-of WHEN</c>.</summary>
internal sealed class CriteriaOptions
{
    private readonly Option<string?> _file = new("--criteria") { Description = "Only those for which the criteria of a JSON file hold; - reads what is piped in.", HelpName = "FILE" };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "With --criteria: when windows end and facts stop counting; now by default.", HelpName = "WHEN" };

    public IEnumerable<Symbol> All => [_file, _asOf];

    /// <summary>The criteria and their moment; null when none were given.</summary>
    public (Criterion Criterion, Instant? AsOf)? Read(Run run)
    {
        var asOf = run.Get(_asOf) is { } when
            ? Moments.Parse(when, DateTimeZone.Utc) ?? throw CommandFailure.Usage($"--as-of {when}: a day such as 2026-06-01 or an instant such as 2026-06-01T08:00:00Z is expected.")
            : (Instant?)null;
        if (run.Get(_file) is not { } file)
        {
            return asOf is null ? null : throw CommandFailure.Usage("--as-of goes with --criteria.");
        }

        var source = TextSource.Of(file);
        var read = Criterion.Parse(source.Read(text => text.ReadToEnd()));
        return read.TryGetValue(out var criterion)
            ? (criterion, asOf)
            : throw new CommandFailure(ExitStatus.UnusableInput, [.. read.Errors.Select(e => new Problem(e.Code, e.Message) { Target = e.Target, File = source.Name })]);
    }
}
