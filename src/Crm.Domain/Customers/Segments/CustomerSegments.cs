using System.Linq.Expressions;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Finds customers by criteria over their own fields, custom fields and what other areas know of them.</summary>
/// <remarks>Scoped service, for staff: conditions name what only staff may know of a customer.</remarks>
[FrontDoor]
public sealed class CustomerSegments(
    ICustomerSegmentQueries queries, CustomerFieldCatalogue catalogue, ICustomFieldQueries customFields, IBusinessZone zone, CrmActs acts)
{
    private const string Act = "customers.segment";

    /// <summary>Lists the customers for which criteria hold, newest first.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="asOf">When windows end and facts stop counting; now when null. Pages of one list name the same instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; or <c>ActNotAllowed</c>, or what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<Page<CustomerSummary>>> ListAsync(
        Criterion criterion, PageRequest? page = null, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        WhereAsync(
            criterion,
            asOf,
            async where => await queries.ListAsync(where, acts.Gate.Readable, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false),
            cancellationToken);

    /// <summary>Lists the customers for which criteria hold in the order of a custom field.</summary>
    /// <param name="criterion">The criteria; <see cref="Criterion.Everything"/> for all.</param>
    /// <param name="order">The field, and the direction.</param>
    /// <param name="take">How many; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="after">Continue after this row, the <see cref="FieldPage.Next"/> of the page before.</param>
    /// <param name="asOf">When windows end and facts stop counting; now when null. Pages of one list name the same instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; or <c>ActNotAllowed</c>, <c>CustomFieldNotFound</c>, <c>InvalidValue</c> where the key is of another field, or what
    /// <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<FieldPage>> ListAsync(
        Criterion criterion, FieldOrder order, int take = 50, FieldPageKey? after = null, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return acts.MakeAsync<FieldPage>(
            Act,
            async now =>
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
                var fields = await customFields.TypesAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false);
                if (Hidden(criterion, CustomerFieldCatalogue.CustomPrefix + order.Key) is { Count: > 0 } hidden)
                {
                    return CrmResult<FieldPage>.Failed(hidden);
                }

                if (fields.FirstOrDefault(f => f.Key == order.Key) is not { } field)
                {
                    return acts.Errors.CustomFieldNotFound(order.Key);
                }

                var compiled = catalogue.For(queries.Source, fields, criterion).Compile(criterion, MomentAt(asOf ?? now), acts.Errors);
                return !compiled.TryGetValue(out var where) ? CrmResult<FieldPage>.Failed(compiled.Errors)
                    : await queries.ListAsync(where, field, order.IsDescending, acts.Gate.Readable, take, after, cancellationToken).ConfigureAwait(false) is { } page ? page
                    : acts.Errors.InvalidValue(nameof(after), $"The key is of another field than {order.Key}.");
            },
            cancellationToken);
    }

    /// <summary>Counts the customers for which criteria hold.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="asOf">When windows end and facts stop counting; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many there are; or <c>ActNotAllowed</c>, or what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<int>> CountAsync(Criterion criterion, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        WhereAsync(criterion, asOf, async where => await queries.CountAsync(where, acts.Gate.Readable, cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>Says which conditions hold for one customer.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="id">The customer.</param>
    /// <param name="asOf">When windows end and facts stop counting; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The explanation; or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, or what
    /// <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<SegmentExplanation>> ExplainAsync(Criterion criterion, CustomerId id, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<SegmentExplanation>(
            Act,
            async now =>
            {
                if (Hidden(criterion) is { Count: > 0 } hidden)
                {
                    return CrmResult<SegmentExplanation>.Failed(hidden);
                }

                var (fields, moment) = (await CatalogueAsync(criterion, cancellationToken).ConfigureAwait(false), MomentAt(asOf ?? now));
                var each = fields.CompileEach(criterion, moment, acts.Errors);
                if (!each.TryGetValue(out var conditions))
                {
                    return CrmResult<SegmentExplanation>.Failed(each.Errors);
                }

                var whole = fields.Compile(criterion, moment, acts.Errors).Value;
                var answers = await queries.ExplainAsync(id, [whole, .. conditions.Select(c => c.Holds)], cancellationToken).ConfigureAwait(false);
                return answers is null
                    ? acts.Errors.CustomerNotFound(id.ToString())
                    : new SegmentExplanation(id, answers[0], [.. conditions.Select((c, i) => new ConditionOutcome(c.Path, c.Condition.Field, c.Condition.Operator, answers[i + 1]))]);
            },
            cancellationToken);

    /// <summary>Checks criteria without asking them of anybody.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>Where they can be seen never to hold, as JSON paths of what excludes each other; or <c>ActNotAllowed</c>, or what
    /// <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<IReadOnlyList<string>>> CheckAsync(Criterion criterion, CancellationToken cancellationToken = default) => acts.MakeAsync<IReadOnlyList<string>>(
        Act,
        async now =>
        {
            var fields = await CatalogueAsync(criterion, cancellationToken).ConfigureAwait(false);
            var compiled = fields.Compile(criterion, MomentAt(now), acts.Errors);
            return compiled.Succeeded ? fields.FindContradictions(criterion).ToArray() : CrmResult<IReadOnlyList<string>>.Failed(compiled.Errors);
        },
        cancellationToken);

    /// <summary>The fields that criteria may name here.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The fields of the areas in use, custom ones last but for those of other areas; or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<IReadOnlyList<CriteriaField>>> FieldsAsync(CancellationToken cancellationToken = default) =>
        acts.MakeAsync<IReadOnlyList<CriteriaField>>(
            Act, async _ => (await CatalogueAsync(null, cancellationToken).ConfigureAwait(false)).Fields.ToArray(), cancellationToken);

    private Task<CrmResult<T>> WhereAsync<T>(Criterion criterion, Instant? asOf, Func<Expression<Func<Customer, bool>>, Task<T>> read, CancellationToken cancellationToken)
        where T : notnull => acts.MakeAsync<T>(
        Act,
        async now =>
        {
            if (Hidden(criterion) is { Count: > 0 } hidden)
            {
                return CrmResult<T>.Failed(hidden);
            }

            var compiled = (await CatalogueAsync(criterion, cancellationToken).ConfigureAwait(false)).Compile(criterion, MomentAt(asOf ?? now), acts.Errors);
            return compiled.TryGetValue(out var where) ? await read(where).ConfigureAwait(false) : CrmResult<T>.Failed(compiled.Errors);
        },
        cancellationToken);

    // Who may not read a field learns nothing of it from who is found by it.
    private List<CrmError> Hidden(Criterion criterion, string? also = null)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return !acts.Gate.Rights.RestrictsFields ? [] : [.. criterion.Fields().Concat(also is null ? [] : [also]).Distinct(StringComparer.Ordinal).Where(f => !CustomerFieldNames.MayRead(acts.Gate.Rights, f)).Select(acts.Errors.FieldNotReadable)];
    }

    private CriteriaMoment MomentAt(Instant asOf) => new(asOf, zone.Zone);

    // Criteria that name no custom field need not know which there are.
    private async Task<FieldCatalogue<Customer>> CatalogueAsync(Criterion? criterion, CancellationToken cancellationToken) => catalogue.For(
        queries.Source,
        criterion is null || CustomerFieldCatalogue.NamesCustomFields(criterion) ? await customFields.TypesAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false) : [],
        criterion);
}
