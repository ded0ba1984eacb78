using System.Globalization;

namespace Crm.Domain.Primitives;

/// <summary>
/// Names for people of states, kinds and priorities, in English, German, Italian, Romanian, Spanish and Swedish. What is stored
/// and sent is the member's own name, whatever the language.
/// </summary>
public static class CrmNames
{
    /// <summary>The name of an enumerated value of this library.</summary>
    /// <param name="value">The value, such as <c>WorkItemState.Handling</c>.</param>
    /// <param name="culture">The culture; the current UI culture when null. English stands in for languages that are not shipped.</param>
    /// <returns>The name, such as "Handling"; several for combined flags, joined by commas.</returns>
    public static string Of(Enum value, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        var type = value.GetType().Name;
        return string.Join(", ", value.ToString().Split(", ").Select(member =>
            CrmTexts.Find($"{type}.{member}", culture ?? CultureInfo.CurrentUICulture) ?? CrmTexts.Words(member)));
    }
}
