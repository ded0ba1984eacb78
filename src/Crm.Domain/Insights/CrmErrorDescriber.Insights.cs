namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such refresh of figures.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InsightRunNotFound(string key) => Error(nameof(InsightRunNotFound), "There is no refresh of figures {0}.", "run", key);

    /// <summary>The refresh of figures is complete.</summary>
    /// <param name="key">The run.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InsightRunOver(string key) => Error(nameof(InsightRunOver), "The refresh of figures {0} is complete.", "run", key);

    /// <summary>The parameters of a refresh cannot be used in another.</summary>
    /// <param name="key">The run.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InsightParametersUnusable(string key) =>
        Error(nameof(InsightParametersUnusable), "The refresh of figures {0} has no parameters of the wanted model and currency, or was made of later days.", "parametersOf", key);

    /// <summary>The figures that there are were made of later days.</summary>
    /// <param name="day">The last day that they observed.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InsightsAreNewer(string day) =>
        Error(nameof(InsightsAreNewer), "The figures that there are reach to {0} and would be replaced by older ones.", "asOf", day);

    /// <summary>Figures were asked for as of a day that is not over anywhere.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InsightDayAhead(string day) => Error(nameof(InsightDayAhead), "{0} lies ahead: nothing was observed of it.", "asOf", day);
}
