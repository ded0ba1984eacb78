using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Customers as rules see them: every field of segments. The database answers, since facts of other areas are there.</summary>
internal sealed class CustomerRuleSubject(
    ICustomerSegmentQueries queries, CustomerFieldCatalogue catalogue, ICustomFieldQueries customFields, ICustomerQueries customers, CrmErrorDescriber errors) : IRuleSubject
{
    public string Kind => SubjectKinds.Customer;

    public Type IdType => typeof(CustomerId);

    public bool LeadsToCustomer => true;

    public async Task<IReadOnlyList<CrmError>> CheckAsync(Condition condition, CriteriaMoment moment, CancellationToken cancellationToken) =>
        (await CatalogueAsync(condition, cancellationToken).ConfigureAwait(false)).Compile(condition, moment, errors).Errors;

    public async Task<RuleRecord?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        // Whoever was merged meanwhile is found as its survivor.
        if (await customers.IdentifyAsync(CustomerId.From(id), cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        var subject = found.Id.ToSubject();
        return new RuleRecord(subject, subject, (condition, moment, token) => HoldsAsync(found.Id, condition, moment, token));
    }

    private async Task<CrmResult<bool>> HoldsAsync(CustomerId id, Condition condition, CriteriaMoment moment, CancellationToken cancellationToken)
    {
        var compiled = (await CatalogueAsync(condition, cancellationToken).ConfigureAwait(false)).Compile(condition, moment, errors);
        return compiled.TryGetValue(out var where)
            ? await queries.ExplainAsync(id, [where], cancellationToken).ConfigureAwait(false) is [true]
            : CrmResult<bool>.Failed(compiled.Errors);
    }

    private async Task<FieldCatalogue<Customer>> CatalogueAsync(Condition condition, CancellationToken cancellationToken) => catalogue.For(
        queries.Source,
        CustomerFieldCatalogue.NamesCustomFields(condition) ? await customFields.TypesAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false) : [],
        condition);
}
