using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Sends the customer a message from a template, as far as consent, suppressed addresses and ceilings let it.</summary>
internal sealed class SendMessageAction(MessageDesk desk, IMessageTemplateStore templates, CrmErrorDescriber errors) : IRuleAction
{
    private const string Template = "template";

    public string Name => "sendMessage";

    public string Kind => SubjectKinds.Customer;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [new(Template, FieldType.Text, IsRequired: true) { MaxLength = 100 }];

    public IReadOnlyList<string> Raises(RuleValues values) => ["interactions.message-queued"];

    public async Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken)
    {
        var key = values.Text(Template)!;
        return await templates.FindAsync(key, cancellationToken).ConfigureAwait(false) is null ? [errors.TemplateNotFound(key) with { Target = $"{path}.{Template}" }] : RuleNotes.Nothing;
    }

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var draft = new MessageDraft(CustomerId.From(run.Subject!.Id)) { TemplateKey = run.Values.Text(Template), IsAutomatic = true };
        var queued = await desk.ComposeAsync(draft, cancellationToken).ConfigureAwait(false);

        // What the customer does not want is no failure: another try would change nothing.
        return queued.TryGetValue(out var message) ? $"message {message.Id}"
            : queued.Errors.All(e => e.Code is nameof(CrmErrorDescriber.MessageNotPermitted) or nameof(CrmErrorDescriber.MessageCeilingReached)) ? $"not sent: {queued.Errors[0].Target ?? queued.Errors[0].Code}"
            : CrmResult<string>.Failed(queued.Errors);
    }
}
