using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Sales;

/// <summary>Opportunities as rules see them: the fields of the conditions of stages.</summary>
internal sealed class OpportunityRuleSubject(IServiceProvider services, OpportunityFieldCatalogue fields, CrmErrorDescriber errors) : IRuleSubject
{
    public string Kind => SubjectKinds.Opportunity;

    public Type IdType => typeof(OpportunityId);

    public bool LeadsToCustomer => true;

    public Task<IReadOnlyList<CrmError>> CheckAsync(Condition condition, CriteriaMoment moment, CancellationToken cancellationToken) =>
        Task.FromResult(fields.Compile(condition, moment.AsOf, errors).Errors);

    public async Task<RuleRecord?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IOpportunityStore>().FindAsync(OpportunityId.From(id), cancellationToken).ConfigureAwait(false) is { } found
            ? RuleRecord.InMemory(found.Id.ToSubject(), found.CustomerId.ToSubject(), (condition, moment) => Holds(found, condition, moment))
            : null;

    private CrmResult<bool> Holds(Opportunity asked, Condition condition, CriteriaMoment moment)
    {
        var compiled = fields.Compile(condition, moment.AsOf, errors);
        return compiled.TryGetValue(out var holds) ? holds.Compile(preferInterpretation: true)(asked) : CrmResult<bool>.Failed(compiled.Errors);
    }
}
