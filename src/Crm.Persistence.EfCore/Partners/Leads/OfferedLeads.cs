using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class OfferedLeads(CrmDb crm, CrmErrorDescriber errors) : IOfferedLeads
{
    public async Task<IReadOnlyDictionary<LeadId, OfferedLead>> FindAsync(IReadOnlyCollection<LeadId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || !crm.Maps(CrmAreas.Sales))
        {
            return new Dictionary<LeadId, OfferedLead>();
        }

        // What this unit of work changed counts as it is now.
        var set = crm.Context.Set<Lead>();
        var found = set.Local.Where(l => ids.Contains(l.Id)).ToDictionary(l => l.Id, Of);
        var missing = ids.Where(id => !found.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            foreach (var lead in await set.IgnoreAutoIncludes().AsNoTracking().Where(l => missing.Contains(l.Id)).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                found.Add(lead.Id, Of(lead));
            }
        }

        return found;
    }

    public Task<CrmResult> AssignAsync(LeadId id, string? ownerId, Instant now, CancellationToken cancellationToken) =>
        ChangeAsync(id, l => l.CanAssign(), l => l.Assign(ownerId, now), cancellationToken);

    public Task<CrmResult> MoveAsync(LeadId id, LeadStatus status, string? reason, Instant now, CancellationToken cancellationToken) => status == LeadStatus.Disqualified
        ? ChangeAsync(id, l => l.CanDisqualify(), l => l.Disqualify(reason ?? errors.NameOf(status), now), cancellationToken)
        : ChangeAsync(id, l => l.CanMoveTo(status), l => l.MoveTo(status, now), cancellationToken);

    private static OfferedLead Of(Lead lead) =>
        new(lead.Id, lead.Status, lead.Name?.Full, lead.OrganisationName, lead.JobTitle, lead.Email, lead.Phone, lead.Address, lead.Topic, lead.Description, lead.CustomerId);

    private async Task<CrmResult> ChangeAsync(LeadId id, Func<Lead, CrmRuling> may, Action<Lead> change, CancellationToken cancellationToken)
    {
        if (!crm.Maps(CrmAreas.Sales) || await crm.LoadAsync<Lead, LeadId>(id, cancellationToken).ConfigureAwait(false) is not { } lead)
        {
            return errors.LeadNotFound(id.ToString());
        }

        if (may(lead) is { IsPermitted: false } refused)
        {
            return refused.ToError(errors);
        }

        change(lead);
        return CrmResult.Success;
    }
}
