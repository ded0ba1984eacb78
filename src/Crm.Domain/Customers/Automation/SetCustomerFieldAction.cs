using Crm.Domain.Automation;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Sets the lifecycle stage of a customer, or a custom field.</summary>
internal sealed class SetCustomerFieldAction(CustomerCare care, CustomerFields fields, ICustomFieldQueries definitions, ICustomerStore customers, CrmErrorDescriber errors) : IRuleAction
{
    private const string Stage = "stage";
    private const string Custom = "custom:";

    public string Name => RuleNotes.SetField;

    public string Kind => SubjectKinds.Customer;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [new(RuleNotes.Field, FieldType.Text, IsRequired: true), RuleNotes.ToValue];

    public IReadOnlyList<string> Raises(RuleValues values) => [values.Text(RuleNotes.Field) == Stage ? "customers.lifecycle-stage-changed" : "customers.custom-field-set"];

    public async Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken)
    {
        var (name, value) = (values.Text(RuleNotes.Field)!, values.Text(RuleNotes.Value));
        if (name == Stage)
        {
            return RuleNotes.Suits(RuleNotes.Member<LifecycleStage>(value) is not null, errors, path, RuleNotes.Value, $"one of {string.Join(", ", RuleNotes.Members<LifecycleStage>())}");
        }

        if (await FieldAsync(name, cancellationToken).ConfigureAwait(false) is not { } field)
        {
            return RuleNotes.Suits(suits: false, errors, path, RuleNotes.Field, $"{Stage}, or {Custom}KEY of a custom field");
        }

        if (!CustomValue.TryParse(field.Type, value, out var read))
        {
            return RuleNotes.Suits(suits: false, errors, path, RuleNotes.Value, errors.NameOf(field.Type));
        }

        return field.CanTake(read) is { IsPermitted: false } refused ? [refused.ToError(errors) with { Target = $"{path}.{RuleNotes.Value}" }] : RuleNotes.Nothing;
    }

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (id, name, value) = (CustomerId.From(run.Subject!.Id), run.Values.Text(RuleNotes.Field)!, run.Values.Text(RuleNotes.Value));
        if (name == Stage)
        {
            var stage = RuleNotes.Member<LifecycleStage>(value)!.Value;
            return (await customers.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Stage == stage
                ? RuleNotes.Already
                : await care.MoveToAsync(id, stage, $"Rule {run.RuleKey}", null, cancellationToken).Note($"{name} is {value}").ConfigureAwait(false);
        }

        return await FieldAsync(name, cancellationToken).ConfigureAwait(false) is { } field && CustomValue.TryParse(field.Type, value, out var read)
            ? await fields.SetAsync(id, field.Key, read, null, cancellationToken).Note($"{name} is set").ConfigureAwait(false)
            : errors.CustomFieldNotFound(name);
    }

    private async Task<CustomField?> FieldAsync(string name, CancellationToken cancellationToken) => name.StartsWith(Custom, StringComparison.Ordinal)
        ? (await definitions.ListAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false)).FirstOrDefault(f => f.Key == name[Custom.Length..])
        : null;
}
