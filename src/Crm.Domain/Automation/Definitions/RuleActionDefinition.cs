using System.Text.Json;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>One action of a rule, as data.</summary>
/// <param name="Do">Name of the action, such as <c>assign</c>.</param>
/// <param name="Values">What it takes: texts, decimal numbers, true and false, by the names of its parameters.</param>
public sealed record RuleActionDefinition(string Do, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>The kind of record it is done to, such as <c>case</c>.</summary>
    /// <value>Null by default: the event's first record that the action knows.</value>
    public string? On { get; init; }

    /// <summary>An action written in code.</summary>
    /// <param name="name">Name of the action.</param>
    /// <param name="values">What it takes; whole numbers are taken as decimal ones.</param>
    /// <returns>The action.</returns>
    public static RuleActionDefinition Of(string name, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var taken = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (parameter, value) in values)
        {
            taken[parameter] = value is int whole ? (decimal)whole : value;
        }

        return new RuleActionDefinition(name, taken);
    }

    /// <summary>What is wrong with its values; places are below a path.</summary>
    internal async Task<IReadOnlyList<CrmError>> CheckAsync(IRuleAction action, string path, CrmErrorDescriber errors, CancellationToken cancellationToken)
    {
        var found = new List<CrmError>();
        found.AddRange(action.Parameters.Where(p => p.IsRequired && !Values.ContainsKey(p.Name)).Select(p => errors.RuleValueMissing($"{path}.{p.Name}", action.Name, p.Name)));
        foreach (var (name, value) in Values)
        {
            if (action.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                found.AddRange(action.TakesMore ? [] : [errors.RuleValueUnknown($"{path}.{name}", action.Name, name)]);
            }
            else if (!parameter.Takes(value))
            {
                found.Add(errors.RuleValueInvalid($"{path}.{name}", name, parameter.Expected));
            }
        }

        return found.Count > 0 ? found : await action.CheckAsync(new RuleValues(Values), path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes its values as members of the open object, by their names.</summary>
    internal void WriteValues(Utf8JsonWriter json)
    {
        foreach (var (name, value) in Values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case string text:
                    json.WriteStringValue(text);
                    break;
                case decimal number:
                    json.WriteNumberValue(number);
                    break;
                case bool flag:
                    json.WriteBooleanValue(flag);
                    break;
                default:
                    throw new InvalidOperationException($"The value of {name} is neither text, decimal number, true nor false.");
            }
        }
    }
}
