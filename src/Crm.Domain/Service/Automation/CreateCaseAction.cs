using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Service;

/// <summary>Opens a case for the customer that the event leads to.</summary>
internal sealed class CreateCaseAction(IServiceProvider services) : IRuleAction
{
    private const string Subject = "subject";
    private const string Description = "description";
    private const string Priority = "priority";
    private const string Type = "type";

    public string Name => "createCase";

    public string Kind => SubjectKinds.Customer;

    public IReadOnlyList<RuleParameter> Parameters { get; } =
    [
        new(Subject, FieldType.Text, IsRequired: true),
        new(Description, FieldType.Text) { MaxLength = 4000 },
        new(Priority, FieldType.Choice) { Choices = RuleNotes.Members<CasePriority>() },
        new(Type, FieldType.Text) { MaxLength = 50 },
    ];

    public IReadOnlyList<string> Raises(RuleValues values) => ["service.case-opened"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(RuleNotes.Nothing);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var details = new CaseDetails(CustomerId.From(run.Subject!.Id), run.Values.Text(Subject)!)
        {
            Description = run.Values.Text(Description),
            Priority = RuleNotes.Member<CasePriority>(run.Values.Text(Priority)) ?? CasePriority.Normal,
            Type = run.Values.Text(Type),
        };
        var opened = await services.GetRequiredService<ServiceDesk>().OpenAsync(details, cancellationToken).ConfigureAwait(false);
        return opened.TryGetValue(out var made) ? $"case {made.Number}" : CrmResult<string>.Failed(opened.Errors);
    }
}
