using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Service;

/// <summary>Service cases as rules see them: the fields of queues.</summary>
internal sealed class CaseRuleSubject(IServiceProvider services, CaseFieldCatalogue fields, CrmErrorDescriber errors) : IRuleSubject
{
    public string Kind => SubjectKinds.Case;

    public Type IdType => typeof(ServiceCaseId);

    public bool LeadsToCustomer => true;

    public Task<IReadOnlyList<CrmError>> CheckAsync(Condition condition, CriteriaMoment moment, CancellationToken cancellationToken) =>
        Task.FromResult(fields.Compile(condition, moment.AsOf, errors).Errors);

    public async Task<RuleRecord?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IServiceCaseStore>().FindAsync(ServiceCaseId.From(id), cancellationToken).ConfigureAwait(false) is { } found
            ? RuleRecord.InMemory(found.Id.ToSubject(), found.CustomerId.ToSubject(), (condition, moment) => Holds(found, condition, moment))
            : null;

    private CrmResult<bool> Holds(ServiceCase asked, Condition condition, CriteriaMoment moment)
    {
        var compiled = fields.Compile(condition, moment.AsOf, errors);
        return compiled.TryGetValue(out var holds) ? holds.Compile(preferInterpretation: true)(asked) : CrmResult<bool>.Failed(compiled.Errors);
    }
}
