using Crm.Domain.Automation;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Adds a tag to a customer.</summary>
internal sealed class AddCustomerTagAction(CustomerCare care) : IRuleAction
{
    private const string Tag = "tag";

    public string Name => "addTag";

    public string Kind => SubjectKinds.Customer;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [new(Tag, FieldType.Text, IsRequired: true) { MaxLength = CustomerTag.MaxLength }];

    public IReadOnlyList<string> Raises(RuleValues values) => ["customers.customer-tagged"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(RuleNotes.Nothing);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var tag = run.Values.Text(Tag)!;
        var done = await care.TagAsync(CustomerId.From(run.Subject!.Id), tag, null, cancellationToken).Note($"tagged {tag}").ConfigureAwait(false);
        return done.Succeeded || done.Errors.Any(e => e.Code != nameof(CrmErrorDescriber.TagAlreadyPresent)) ? done : RuleNotes.Already;
    }
}
