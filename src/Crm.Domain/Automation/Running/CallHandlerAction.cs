using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Calls a handler that the host registered.</summary>
internal sealed class CallHandlerAction(IEnumerable<IRuleHandler> handlers, CrmErrorDescriber errors) : IRuleAction
{
    private const string Handler = "handler";

    public string Name => "call";

    public string? Kind => null;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [new(Handler, FieldType.Text, IsRequired: true)];

    public bool TakesMore => true;

    public IReadOnlyList<string> Raises(RuleValues values) => [];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrmError>>(Find(values) is null ? [errors.RuleHandlerUnknown($"{path}.{Handler}", values.Text(Handler)!)] : []);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var key = run.Values.Text(Handler)!;
        if (Find(run.Values) is not { } handler)
        {
            return errors.RuleHandlerUnknown($"$.{Handler}", key);
        }

        await handler.RunAsync(run, cancellationToken).ConfigureAwait(false);
        return $"called {key}";
    }

    private IRuleHandler? Find(RuleValues values) => handlers.FirstOrDefault(h => h.Key == values.Text(Handler));
}
