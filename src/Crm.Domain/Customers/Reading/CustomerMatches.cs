using System.Linq.Expressions;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Asks criteria of customers by one query for each tree.</summary>
internal sealed class CustomerMatches(ICustomerSegmentQueries queries, CustomerFieldCatalogue catalogue, ICustomFieldQueries customFields, IBusinessZone zone) : ICustomerMatches
{
    public async Task<IReadOnlyList<CrmError>> CheckAsync(Criterion criterion, Instant asOf, CancellationToken cancellationToken) =>
        (await FieldsAsync(criterion, cancellationToken).ConfigureAwait(false)).Compile(criterion, new CriteriaMoment(asOf, zone.Zone)).Errors;

    public async Task<IReadOnlySet<CustomerId>> HoldingAsync(Criterion criterion, IReadOnlyCollection<CustomerId> ids, Instant asOf, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, PageRequest.MaxTake);
        var compiled = (await FieldsAsync(criterion, cancellationToken).ConfigureAwait(false)).Compile(criterion, new CriteriaMoment(asOf, zone.Zone));
        if (ids.Count == 0 || !compiled.TryGetValue(out var holds))
        {
            return new HashSet<CustomerId>();
        }

        var named = ids.Distinct().ToList();
        Expression<Func<Customer, bool>> isNamed = c => named.Contains(c.Id);
        var found = await queries.ListAsync(Compose.Both(isNamed, holds), CrmReach.All, new PageRequest { Take = PageRequest.MaxTake }, cancellationToken).ConfigureAwait(false);
        return found.Items.Select(c => c.Id).ToHashSet();
    }

    public async Task<SegmentExplanation?> ExplainAsync(Criterion criterion, CustomerId id, Instant asOf, CancellationToken cancellationToken)
    {
        var (fields, moment) = (await FieldsAsync(criterion, cancellationToken).ConfigureAwait(false), new CriteriaMoment(asOf, zone.Zone));
        if (!fields.Compile(criterion, moment).TryGetValue(out var whole) || !fields.CompileEach(criterion, moment).TryGetValue(out var conditions))
        {
            return null;
        }

        var answers = await queries.ExplainAsync(id, [whole, .. conditions.Select(c => c.Holds)], cancellationToken).ConfigureAwait(false);
        return answers is null ? null
            : new SegmentExplanation(id, answers[0], [.. conditions.Select((c, i) => new ConditionOutcome(c.Path, c.Condition.Field, c.Condition.Operator, answers[i + 1]))]);
    }

    // Criteria that name no custom field need not know which there are.
    private async Task<FieldCatalogue<Customer>> FieldsAsync(Criterion criterion, CancellationToken cancellationToken) => catalogue.For(
        queries.Source,
        CustomerFieldCatalogue.NamesCustomFields(criterion) ? await customFields.TypesAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false) : [],
        criterion);
}
