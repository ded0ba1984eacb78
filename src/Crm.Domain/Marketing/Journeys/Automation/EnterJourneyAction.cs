using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Lets the customer enter a journey; whoever may not enter does not, and the log says why.</summary>
internal sealed class EnterJourneyAction(JourneyRuns runs, IJourneyStore journeys, CrmErrorDescriber errors) : IRuleAction
{
    private const string Journey = "journey";

    public string Name => "enterJourney";

    public string Kind => SubjectKinds.Customer;

    public string Needs => "segment";

    public IReadOnlyList<RuleParameter> Parameters { get; } = [new(Journey, FieldType.Text, IsRequired: true) { MaxLength = JourneyStep.MaxKeyLength }];

    public IReadOnlyList<string> Raises(RuleValues values) => ["marketing.journey-entered"];

    public async Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken)
    {
        var key = values.Text(Journey)!;
        return await journeys.FindAsync(key, cancellationToken).ConfigureAwait(false) is null ? [errors.JourneyNotFound(key) with { Target = $"{path}.{Journey}" }] : RuleNotes.Nothing;
    }

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var key = run.Values.Text(Journey)!;
        var entered = await runs.EnterAsync(key, CustomerId.From(run.Subject!.Id), cancellationToken).ConfigureAwait(false);
        return entered.TryGetValue(out var made) ? $"journey run {made.Id}"
            : entered.Errors[0].Code is nameof(CrmErrorDescriber.JourneyRunning) or nameof(CrmErrorDescriber.JourneyEnteredBefore) or nameof(CrmErrorDescriber.JourneyEntryRefused) ? $"not entered: {entered.Errors[0].Code}"
            : CrmResult<string>.Failed(entered.Errors);
    }
}
