using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Plans a task about the event's record.</summary>
internal sealed class CreateTaskAction(ActivityPlanner planner, CrmErrorDescriber errors) : IRuleAction
{
    private const int MostHours = 87_600;
    private const string Subject = "subject";
    private const string Description = "description";
    private const string Assignee = "assignee";
    private const string Team = "team";
    private const string Hours = "inHours";
    private const string Priority = "priority";

    public string Name => "createTask";

    public string? Kind => null;

    public IReadOnlyList<RuleParameter> Parameters { get; } =
    [
        new(Subject, FieldType.Text, IsRequired: true),
        new(Description, FieldType.Text) { MaxLength = 4000 },
        new(Assignee, FieldType.Text) { MaxLength = Access.Actor.MaxIdLength },
        new(Team, FieldType.Text) { MaxLength = 100 },
        new(Hours, FieldType.Number),
        new(Priority, FieldType.Choice) { Choices = RuleNotes.Members<ActivityPriority>() },
    ];

    public IReadOnlyList<string> Raises(RuleValues values) => ["interactions.activity-planned"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) =>
        Task.FromResult(RuleNotes.Suits(values.Number(Hours) is null or (>= 0 and <= MostHours), errors, path, Hours, $"a number from 0 to {MostHours}"));

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var details = new ActivityDetails(ActivityKinds.Task, run.Values.Text(Subject)!, run.Now + Duration.FromMinutes((double)((run.Values.Number(Hours) ?? 0) * 60)))
        {
            Description = run.Values.Text(Description),
            AssigneeId = run.Values.Text(Assignee),
            TeamId = run.Values.Text(Team),
            CustomerId = run.Customer is { } customer ? CustomerId.From(customer.Id) : null,
            About = run.Subject is { Kind: SubjectKinds.Customer } ? null : run.Subject,
            Priority = RuleNotes.Member<ActivityPriority>(run.Values.Text(Priority)) ?? ActivityPriority.Normal,
        };
        var planned = await planner.PlanAsync(details, cancellationToken).ConfigureAwait(false);
        return planned.TryGetValue(out var task) ? $"task {task.Id}" : CrmResult<string>.Failed(planned.Errors);
    }
}
