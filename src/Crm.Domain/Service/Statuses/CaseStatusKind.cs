using Crm.Domain.Criteria;

namespace Crm.Domain.Service;

/// <summary>Statuses in criteria: those that the host uses, named by their keys.</summary>
internal static class CaseStatusKind
{
    public static ChoiceKind<CaseStatus?> Of(CaseStatusCatalog statuses)
    {
        var known = statuses.All.ToDictionary(s => s.Status.Value, s => s.Status, StringComparer.Ordinal);
        return new(known.GetValueOrDefault, [.. known.Keys]);
    }
}
