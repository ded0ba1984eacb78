using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>
/// Something that rules can do. A scoped service of the area that does it; several actions of one name do it to different kinds of record.
/// It changes what it wants through front doors and does not save: the change and the run log are one transaction.
/// </summary>
public interface IRuleAction
{
    /// <summary>The name by which rules ask for it.</summary>
    string Name { get; }

    /// <summary>The kind of record that it is done to; null where it needs none.</summary>
    string? Kind { get; }

    /// <summary>What it takes.</summary>
    IReadOnlyList<RuleParameter> Parameters { get; }

    /// <summary>Whether it takes other values too.</summary>
    bool TakesMore => false;

    /// <summary>A kind of record without which there is no such action, such as segments where the area of marketing is not mapped; null for none.</summary>
    string? Needs => null;

    /// <summary>Stored names of the events that it raises, so that rules which trigger themselves are seen when they are saved.</summary>
    /// <param name="values">What it is given.</param>
    /// <returns>The names.</returns>
    IReadOnlyList<string> Raises(RuleValues values);

    /// <summary>Checks values that suit the parameters.</summary>
    /// <param name="values">The values.</param>
    /// <param name="path">Where the action stands in the rule, as a JSON path.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken);

    /// <summary>Does it.</summary>
    /// <param name="run">The event, its records and the values.</param>
    /// <param name="cancellationToken">Cancels it; nothing of the rule's run is saved then.</param>
    /// <returns>In few words what was done, without personal data; or why not, so that nothing of the run is saved and it is tried again.</returns>
    Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken);
}
