using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Feedback;

// Sending messages asks for it whether surveys are in use or not.
internal sealed class SurveyInvitationStore(CrmDb crm) : ISurveyInvitationStore
{
    private CrmDb Db => crm.For(CrmAreas.Feedback);

    private DbSet<SurveyInvitation> Set => Db.Context.Set<SurveyInvitation>();

    public async Task<SurveyInvitation?> FindAsync(SurveyInvitationId id, CancellationToken cancellationToken) =>
        crm.Maps(CrmAreas.Feedback) ? await Db.LoadAsync<SurveyInvitation, SurveyInvitationId>(id, cancellationToken).ConfigureAwait(false) : null;

    // The token first: asked of invitations, each would be looked at.
    public async Task<SurveyInvitation?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken)
    {
        var ids = await Db.Context.Set<SurveyToken>().Where(t => t.Hash == tokenHash).Select(t => EF.Property<SurveyInvitationId>(t, SurveyInvitationConfiguration.Root))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return ids is [var id] ? await Db.LoadAsync<SurveyInvitation, SurveyInvitationId>(id, cancellationToken).ConfigureAwait(false) : null;
    }

    public Task<bool> HasAskedAsync(SurveyId surveyId, SubjectReference about, CancellationToken cancellationToken)
    {
        var (kind, id) = (about.Kind, about.Id);
        return Set.IgnoreAutoIncludes().AnyAsync(i => i.SurveyId == surveyId && i.AboutId == id && i.AboutKind == kind, cancellationToken);
    }

    public async Task<IReadOnlyList<SurveyInvitation>> DueAsync(Instant now, int take, CancellationToken cancellationToken)
    {
        var ids = await Set.IgnoreAutoIncludes().Where(i => i.DueAt <= now).OrderBy(i => i.DueAt).ThenBy(i => i.Id).Select(i => i.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return ids.Count == 0 ? [] : await Set.AsSplitQuery().Where(i => ids.Contains(i.Id)).OrderBy(i => i.DueAt).ThenBy(i => i.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) =>
        Set.IgnoreAutoIncludes().Where(i => i.DueAt != null).OrderBy(i => i.DueAt).Select(i => i.DueAt).FirstOrDefaultAsync(cancellationToken);

    public async Task<Page<SurveyInvitationSummary>> OfCustomerAsync(CustomerId customerId, bool openOnly, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Set.IgnoreAutoIncludes().AsNoTracking().Where(i => i.CustomerId == customerId && (!openOnly || i.Status == SurveyInvitationStatus.Open));
        if (page.After is { } after)
        {
            var (at, id) = (after.At, SurveyInvitationId.From(after.Id));
            query = query.Where(i => i.InvitedAt <= at && (i.InvitedAt < at || i.Id < id));
        }

        var rows = await query.OrderByDescending(i => i.InvitedAt).ThenByDescending(i => i.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(i => new SurveyInvitationSummary(i.Id, i.SurveyKey, i.CustomerId, i.About, i.Status, i.InvitedAt, i.ExpiresAt, i.SettledAt)).ToPage(page, i => new PageKey(i.InvitedAt, i.Id.Value));
    }

    public void Add(SurveyInvitation invitation) => Db.Context.Add(invitation);
}
