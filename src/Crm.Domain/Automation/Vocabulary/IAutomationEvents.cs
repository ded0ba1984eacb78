namespace Crm.Domain.Automation;

/// <summary>The events that rules and webhooks may wait for: those of the library and of the host.</summary>
public interface IAutomationEvents
{
    /// <summary>The stored names, in order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Describes an event.</summary>
    /// <param name="name">Its stored name.</param>
    /// <returns>The event; null when there is none of this name.</returns>
    AutomationEvent? Find(string name);

    /// <summary>Whether records of a kind are kept here.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>False where the host left out the area.</returns>
    bool Keeps(string kind);
}
