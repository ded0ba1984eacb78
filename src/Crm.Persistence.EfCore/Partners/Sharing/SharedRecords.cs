using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class SharedRecords(CrmDb crm, IOfferedLeads leads, CaseStatusCatalog statuses, CrmErrorDescriber errors) : ISharedRecords
{
    public async Task<SharedContent?> FindAsync(SubjectReference subject, CancellationToken cancellationToken) => subject.Kind switch
    {
        SubjectKinds.Case when crm.Maps(CrmAreas.Service) => await CaseAsync(ServiceCaseId.From(subject.Id), cancellationToken).ConfigureAwait(false),
        SubjectKinds.Interaction => await InteractionAsync(InteractionId.From(subject.Id), cancellationToken).ConfigureAwait(false),
        SubjectKinds.Lead when crm.Maps(CrmAreas.Sales) => await LeadAsync(LeadId.From(subject.Id), cancellationToken).ConfigureAwait(false),
        SubjectKinds.Opportunity when crm.Maps(CrmAreas.Sales) => await OpportunityAsync(OpportunityId.From(subject.Id), cancellationToken).ConfigureAwait(false),
        _ => null,
    };

    public async Task<CrmResult> ChangeAsync(SubjectReference subject, SharedField field, string? value, Instant now, CancellationToken cancellationToken)
    {
        if (subject.Kind == SubjectKinds.Lead && field == SharedField.Status)
        {
            return Enum.TryParse<LeadStatus>(value, ignoreCase: true, out var status) && Enum.IsDefined(status)
                ? await leads.MoveAsync(LeadId.From(subject.Id), status, null, now, cancellationToken).ConfigureAwait(false)
                : Unreadable();
        }

        if (subject.Kind != SubjectKinds.Opportunity || field is not (SharedField.NextStep or SharedField.CloseDate or SharedField.Amount))
        {
            return errors.PartnerFieldClosed(errors.NameOf(field));
        }

        if (await crm.For(CrmAreas.Sales).LoadAsync<Opportunity, OpportunityId>(OpportunityId.From(subject.Id), cancellationToken).ConfigureAwait(false) is not { } deal)
        {
            return errors.SharedRecordNotFound(subject.Id.ToString());
        }

        switch (field)
        {
            case SharedField.NextStep when deal.CanPlanNextStep() is { IsPermitted: false } refused:
                return refused.ToError(errors);
            case SharedField.NextStep:
                deal.PlanNextStep(value, null, now);
                return CrmResult.Success;
            case SharedField.CloseDate when deal.CanExpectClose() is { IsPermitted: false } refused:
                return refused.ToError(errors);
            case SharedField.CloseDate when value is null || LocalDatePattern.Iso.Parse(value).Success:
                deal.ExpectClose(value is null ? null : LocalDatePattern.Iso.Parse(value).Value, now);
                return CrmResult.Success;
            case SharedField.Amount when deal.CanChangeAmount() is { IsPermitted: false } refused:
                return refused.ToError(errors);
            case SharedField.Amount when value is null || Money.TryParse(value, out _):
                deal.ChangeAmount(value is null ? null : Money.Parse(value), now);
                return CrmResult.Success;
            default:
                return Unreadable();
        }

        CrmError Unreadable() => errors.InvalidValue(nameof(value), value ?? string.Empty);
    }

    // What staff wrote for staff, programs and third parties wrote, is not read at all.
    private async Task<SharedContent?> CaseAsync(ServiceCaseId id, CancellationToken cancellationToken)
    {
        var found = await crm.Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().AsSplitQuery().Where(c => c.Id == id)
            .Include(c => c.Messages.Where(m => m.Kind == CaseMessageKind.FromCustomer || m.Kind == CaseMessageKind.PublicReply)).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return found is null ? null : new SharedContent(
            found.CustomerId,
            true,
            Known(
                (SharedField.Title, found.Subject),
                (SharedField.Status, statuses.CustomerNameOf(found.Status, found.Category)),
                (SharedField.Product, found.Sku),
                (SharedField.Solution, found.Category is CaseCategory.Resolved or CaseCategory.Closed ? found.Solution : null)),
            [.. found.Messages.OrderBy(m => m.At).ThenBy(m => m.Id).Select(m => new SharedMessage(m.Author, m.Body, m.At))]);
    }

    private async Task<SharedContent?> InteractionAsync(InteractionId id, CancellationToken cancellationToken)
    {
        var found = await crm.Context.Set<Interaction>().IgnoreAutoIncludes().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken).ConfigureAwait(false);
        return found is null ? null : new SharedContent(
            found.CustomerId, found.Audience != Audience.Internal, Known((SharedField.Title, found.Subject), (SharedField.Channel, found.Channel.Value), (SharedField.Body, found.Body)), []);
    }

    private async Task<SharedContent?> LeadAsync(LeadId id, CancellationToken cancellationToken)
    {
        var found = await leads.FindAsync([id], cancellationToken).ConfigureAwait(false);
        return !found.TryGetValue(id, out var lead) ? null : new SharedContent(
            lead.CustomerId,
            true,
            Known(
                (SharedField.Title, lead.Topic),
                (SharedField.Status, lead.Status.ToString()),
                (SharedField.Description, lead.Description),
                (SharedField.Contact, string.Join(", ", new[] { lead.Name, lead.Organisation, lead.Email, lead.Phone }.OfType<string>()))),
            []);
    }

    private async Task<SharedContent?> OpportunityAsync(OpportunityId id, CancellationToken cancellationToken)
    {
        var found = await crm.Context.Set<Opportunity>().IgnoreAutoIncludes().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken).ConfigureAwait(false);
        return found is null ? null : new SharedContent(
            found.CustomerId,
            true,
            Known(
                (SharedField.Title, found.Name),
                (SharedField.Status, found.Stage),
                (SharedField.Description, found.Description),
                (SharedField.Amount, found.Amount?.ToString()),
                (SharedField.CloseDate, found.CloseDate is { } day ? LocalDatePattern.Iso.Format(day) : null),
                (SharedField.NextStep, found.NextStep)),
            []);
    }

    private static Dictionary<SharedField, string> Known(params (SharedField Field, string? Value)[] fields) => fields.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Field, f => f.Value!);
}
