using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Puts the customer on a static list, or takes them off.</summary>
internal abstract class ChangeListAction(ISegmentStore segments, CrmErrorDescriber errors, string ruledOut) : IRuleAction
{
    private const string List = "list";

    public abstract string Name { get; }

    public string Kind => SubjectKinds.Customer;

    public string Needs => "segment";

    public IReadOnlyList<RuleParameter> Parameters { get; } = [new(List, FieldType.Text, IsRequired: true) { MaxLength = Segment.MaxKeyLength }];

    public abstract IReadOnlyList<string> Raises(RuleValues values);

    public async Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken)
    {
        var key = values.Text(List)!;
        return await segments.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } segment ? [errors.SegmentNotFound(key) with { Target = $"{path}.{List}" }]
            : segment.CanList() is { IsPermitted: false } refused ? [refused.ToError(errors) with { Target = $"{path}.{List}" }]
            : RuleNotes.Nothing;
    }

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var done = await ChangeAsync(run.Values.Text(List)!, CustomerId.From(run.Subject!.Id), run.RuleKey, cancellationToken).ConfigureAwait(false);
        return done.Succeeded || done.Errors.Any(e => e.Code != ruledOut) ? done : RuleNotes.Already;
    }

    protected abstract Task<CrmResult<string>> ChangeAsync(string key, CustomerId customer, string because, CancellationToken cancellationToken);
}
