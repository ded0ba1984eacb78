using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Service;

/// <summary>Finds the case that somebody names at the terminal.</summary>
internal static class CaseLookup
{
    public const string Keys = "The case's number or id.";

    public static IReadOnlyDictionary<string, CasePriority> Priorities { get; } =
        Enum.GetValues<CasePriority>().ToDictionary(p => p.ToString().ToLowerInvariant(), p => p, StringComparer.OrdinalIgnoreCase);

    /// <summary>A status by its key, in whatever case.</summary>
    public static CaseStatus Status(CrmSession session, string text) => session.Get<CaseStatusCatalog>().All.FirstOrDefault(s => s.Status.Value.Equals(text, StringComparison.OrdinalIgnoreCase))?.Status
        ?? throw CommandFailure.Refused([session.Errors.CaseStatusUnknown(text)]);

    public static string NameOf(this CrmSession session, CaseStatus status) => session.Get<CaseStatusCatalog>().NameOf(status);

    public static async Task<ServiceCase> CaseAsync(this CrmSession session, string text, CancellationToken cancellationToken)
    {
        var found = ServiceCaseId.TryParse(text, null, out var id) ? await session.Desk.FindAsync(id, cancellationToken)
            : text.Length <= CaseNumber.MaxLength && text.Trim().Length > 0 ? await session.Desk.FindAsync(new CaseNumber(text.Trim().ToUpperInvariant()), cancellationToken)
            : null;
        return found.OrFail(session.Errors.CaseNotFound(text));
    }
}
