using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Service;

/// <summary>Sets how urgent a case is, or moves it to a status that needs no solution.</summary>
internal sealed class SetCaseFieldAction(IServiceProvider services, CaseStatusCatalog statuses, CrmErrorDescriber errors) : IRuleAction
{
    private const string Priority = "priority";
    private const string Status = "status";

    public string Name => RuleNotes.SetField;

    public string Kind => SubjectKinds.Case;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [RuleNotes.OneOf(Priority, Status), RuleNotes.ToValue];

    public IReadOnlyList<string> Raises(RuleValues values) => [values.Text(RuleNotes.Field) == Priority ? "service.case-priority-changed" : "service.case-status-changed"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken)
    {
        var value = values.Text(RuleNotes.Value);
        return Task.FromResult(values.Text(RuleNotes.Field) == Priority
            ? RuleNotes.Suits(RuleNotes.Member<CasePriority>(value) is not null, errors, path, RuleNotes.Value, $"one of {string.Join(", ", RuleNotes.Members<CasePriority>())}")
            : RuleNotes.Suits(Find(value) is not null, errors, path, RuleNotes.Value, $"one of {string.Join(", ", Usable.Select(s => s.Value))}"));
    }

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (desk, id, value) = (services.GetRequiredService<ServiceDesk>(), ServiceCaseId.From(run.Subject!.Id), run.Values.Text(RuleNotes.Value));
        var standing = await desk.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (run.Values.Text(RuleNotes.Field) == Priority)
        {
            var priority = RuleNotes.Member<CasePriority>(value)!.Value;
            return standing?.Priority == priority ? RuleNotes.Already : await desk.PrioritiseAsync(id, priority, null, cancellationToken).Note($"priority is {value}").ConfigureAwait(false);
        }

        return Find(value) is not { } status ? errors.CaseStatusUnknown(value!)
            : standing?.Status == status ? RuleNotes.Already
            : await desk.MoveAsync(id, status, null, null, cancellationToken).Note($"status is {value}").ConfigureAwait(false);
    }

    private IEnumerable<CaseStatus> Usable => statuses.All.Where(s => s.Category is CaseCategory.Open or CaseCategory.Paused).Select(s => s.Status);

    private CaseStatus? Find(string? key) => Usable.FirstOrDefault(s => s.Value == key);
}
