namespace Crm.Domain.Primitives;

/// <summary>Errors of journeys.</summary>
public partial class CrmErrorDescriber
{
    /// <summary>A journey cannot be read.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="reason">Why, as found by the reader.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyMalformed(string path, string reason) => Error(nameof(JourneyMalformed), "The journey cannot be read at {0}: {1}", path, path, reason);

    /// <summary>A step names one that is not there.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyStepUnknown(string path, string key) => Error(nameof(JourneyStepUnknown), "There is no step {1} (at {0}).", path, path, key);

    /// <summary>Two steps have one key.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyStepTwice(string path, string key) => Error(nameof(JourneyStepTwice), "There is another step {1} (at {0}).", path, path, key);

    /// <summary>Steps lead back to where they came from.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="steps">The steps of the circle.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyCyclic(string path, string steps) => Error(nameof(JourneyCyclic), "The journey leads back (at {0}): {1}.", path, path, steps);

    /// <summary>No step leads to a step.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="key">The step.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyStepUnreachable(string path, string key) => Error(nameof(JourneyStepUnreachable), "Nothing leads to the step {1} (at {0}).", path, path, key);

    /// <summary>There is no such event.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyEventUnknown(string path, string name) => Error(nameof(JourneyEventUnknown), "There is no event {1} (at {0}).", path, path, name);

    /// <summary>An event is about no customer.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyEventWithoutCustomer(string path, string name) =>
        Error(nameof(JourneyEventWithoutCustomer), "The event {1} leads to no customer (at {0}).", path, path, name);

    /// <summary>There is no such action.</summary>
    /// <param name="path">Where in the JSON.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">Those that there are.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyActionUnknown(string path, string name, string known) =>
        Error(nameof(JourneyActionUnknown), "Journeys know no action {1} (at {0}). There are: {2}.", path, path, name, known);

    /// <summary>There is no such journey.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyNotFound(string key) => Error(nameof(JourneyNotFound), "There is no journey {0}.", "journey", key);

    /// <summary>A key is taken.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyKeyTaken(string key) => Error(nameof(JourneyKeyTaken), "There is a journey {0} already.", "key", key);

    /// <summary>Nobody enters a journey.</summary>
    /// <param name="key">The journey.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyNotPublished(string key) => Error(nameof(JourneyNotPublished), "The journey {0} is not published.", "journey", key);

    /// <summary>A journey has no draft.</summary>
    /// <param name="key">The journey.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyNothingToPublish(string key) => Error(nameof(JourneyNothingToPublish), "The journey {0} has no draft to publish.", "journey", key);

    /// <summary>A contact is on the way already.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The journey.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyRunning(string customer, string key) => Error(nameof(JourneyRunning), "Customer {0} is on the journey {1} already.", "customer", customer, key);

    /// <summary>A contact has been there, and may not enter again, or not yet.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The journey.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyEnteredBefore(string customer, string key) =>
        Error(nameof(JourneyEnteredBefore), "Customer {0} was on the journey {1} before and may not enter again now.", "customer", customer, key);

    /// <summary>The criteria of an entry do not hold.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The journey.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyEntryRefused(string customer, string key) =>
        Error(nameof(JourneyEntryRefused), "The criteria of the journey {1} do not hold for customer {0}.", "customer", customer, key);

    /// <summary>A contact is not on the way.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The journey.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyNotRunning(string customer, string key) => Error(nameof(JourneyNotRunning), "Customer {0} is not on the journey {1}.", "customer", customer, key);

    /// <summary>A journey has no such version.</summary>
    /// <param name="key">The journey.</param>
    /// <param name="number">The number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyVersionUnknown(string key, int number) => Error(nameof(JourneyVersionUnknown), "The journey {0} has no version {1}.", "version", key, number);

    /// <summary>A journey has no goal.</summary>
    /// <param name="key">The journey.</param>
    /// <returns>The error.</returns>
    public virtual CrmError JourneyWithoutGoal(string key) => Error(nameof(JourneyWithoutGoal), "The journey {0} names no goal, so nothing is measured.", "goal", key);
}
