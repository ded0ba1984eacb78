using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A journey from JSON; every error says where it is.</summary>
internal sealed class JourneyReader
{
    private const int MaxErrors = 20;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64 };

    private readonly JourneyPlaces _places;

    private JourneyReader(CrmErrorDescriber errors) => _places = new JourneyPlaces(errors);

    public static CrmResult<JourneyDefinition> Read(string json, CrmErrorDescriber errors)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > JourneyDefinition.MaxLength)
        {
            return errors.JourneyMalformed("$", $"it is longer than {JourneyDefinition.MaxLength} characters");
        }

        try
        {
            using var document = JsonDocument.Parse(json, s_options);
            return new JourneyReader(errors).Read(document.RootElement, errors);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            return errors.JourneyMalformed("$", unreadable.Message);
        }
    }

    private CrmResult<JourneyDefinition> Read(JsonElement root, CrmErrorDescriber errors)
    {
        if (!_places.Is(root, "$", "entry", "reentry", "exit", "control", "goal", "steps"))
        {
            return CrmResult<JourneyDefinition>.Failed(_places.Found);
        }

        var read = new JourneyDefinition(Entry(root), Steps(root))
        {
            Reentry = Reentry(root),
            Exit = _places.Criteria(root, "exit", "$"),
            ControlShare = Share(root),
            Goal = Goal(root),
        };
        var found = _places.Found.Count > 0 ? _places.Found : JourneyGraph.Check(read.Steps, errors);
        return found.Count == 0 ? read : CrmResult<JourneyDefinition>.Failed([.. found.Take(MaxErrors)]);
    }

    private JourneyEntry Entry(JsonElement root)
    {
        const string Path = "$.entry";
        if (!root.TryGetProperty("entry", out var entry) || !_places.Is(entry, Path, "by", "segment", "event", "where", "when"))
        {
            return _places.Missing(root, "entry", new JourneyEntry(JourneyEntryKind.Hand));
        }

        var kind = RuleNotes.Member<JourneyEntryKind>(_places.Text(entry, "by", Path));
        if (kind is null)
        {
            _places.Wrong($"{Path}.by", $"one of {string.Join(", ", RuleNotes.Members<JourneyEntryKind>())} was expected");
        }

        foreach (var (member, of) in new[] { ("segment", JourneyEntryKind.Segment), ("event", JourneyEntryKind.Event), ("where", JourneyEntryKind.Event) })
        {
            if (kind is not null && kind != of && entry.TryGetProperty(member, out _))
            {
                _places.Wrong($"{Path}.{member}", $"only an entry by {RuleNotes.Members<JourneyEntryKind>()[(int)of]} has it");
            }
        }

        return new JourneyEntry(kind ?? JourneyEntryKind.Hand)
        {
            Segment = kind == JourneyEntryKind.Segment ? _places.Text(entry, "segment", Path) : null,
            Event = kind == JourneyEntryKind.Event ? _places.Text(entry, "event", Path) : null,
            Where = _places.Criteria(entry, "where", Path) ?? Criterion.Everything,
            When = _places.Criteria(entry, "when", Path) ?? Criterion.Everything,
        };
    }

    private JourneyReentry Reentry(JsonElement root) => !root.TryGetProperty("reentry", out var value) ? JourneyReentry.Never
        : value.ValueKind == JsonValueKind.String ? value.GetString() switch
        {
            "never" => JourneyReentry.Never,
            "always" => JourneyReentry.Always,
            _ => _places.Period(root, "reentry", "$") is { } period ? JourneyReentry.AfterEntry(period) : JourneyReentry.Never,
        }
        : _places.Wrong("$.reentry", "never, always or an interval such as P30D was expected", JourneyReentry.Never);

    private decimal Share(JsonElement root) => !root.TryGetProperty("control", out var value) ? 0
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var share) && share is >= 0 and <= JourneyDefinition.MaxControlShare ? share
        : _places.Wrong("$.control", $"a share from 0 to {JourneyDefinition.MaxControlShare} was expected", 0m);

    private JourneyGoal? Goal(JsonElement root) => !root.TryGetProperty("goal", out var goal) || !_places.Is(goal, "$.goal", "event", "where", "within") ? null
        : new JourneyGoal(_places.Text(goal, "event", "$.goal") ?? string.Empty, _places.Period(goal, "within", "$.goal") ?? Period.Zero)
        {
            Where = _places.Criteria(goal, "where", "$.goal") ?? Criterion.Everything,
        };

    private List<JourneyStep> Steps(JsonElement root)
    {
        var steps = new List<JourneyStep>();
        if (!root.TryGetProperty("steps", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > JourneyDefinition.MaxSteps)
        {
            _places.Wrong("$.steps", $"a list of 1 to {JourneyDefinition.MaxSteps} steps was expected");
            return steps;
        }

        foreach (var (element, path) in list.EnumerateArray().Select((e, i) => (e, $"$.steps[{i}]")))
        {
            if (Step(element, path) is { } step)
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    private JourneyStep? Step(JsonElement step, string path)
    {
        if (step.ValueKind != JsonValueKind.Object || _places.Key(step, path) is not { } key)
        {
            return _places.Wrong<JourneyStep?>(path, "an object with a key was expected: lower-case letters, digits and hyphens, beginning with a letter", null);
        }

        if (step.TryGetProperty("do", out _))
        {
            return Action(step, path, key);
        }

        if (step.TryGetProperty("await", out _))
        {
            return !_places.Is(step, path, "key", "await", "where", "within", "yes", "no") ? null
                : new JourneyDecisionStep(
                    key, _places.Text(step, "await", path) ?? string.Empty, _places.Period(step, "within", path) ?? Period.Zero, _places.Follower(step, "yes", path), _places.Follower(step, "no", path))
                {
                    Where = _places.Criteria(step, "where", path) ?? Criterion.Everything,
                };
        }

        if (step.TryGetProperty("when", out _))
        {
            return !_places.Is(step, path, "key", "when", "yes", "no") ? null
                : new JourneyConditionStep(key, _places.Criteria(step, "when", path) ?? Criterion.Everything, _places.Follower(step, "yes", path), _places.Follower(step, "no", path));
        }

        return step.TryGetProperty("wait", out var wait) && _places.Is(step, path, "key", "wait", "next")
            ? new JourneyDelayStep(key, _places.Delay(wait, $"{path}.wait"), _places.Follower(step, "next", path))
            : _places.Wrong<JourneyStep?>(path, "do, when, await or wait was expected", null);
    }

    private JourneyActionStep Action(JsonElement step, string path, string key)
    {
        var (name, next) = (_places.Text(step, "do", path) ?? string.Empty, _places.Follower(step, "next", path));
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in step.EnumerateObject().Where(m => m.Name is not ("key" or "do" or "next") && m.Value.ValueKind != JsonValueKind.Null))
        {
            object? value = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Number when member.Value.TryGetDecimal(out var number) => number,
                JsonValueKind.True or JsonValueKind.False => member.Value.GetBoolean(),
                _ => null,
            };
            if (value is null || !values.TryAdd(member.Name, value))
            {
                _places.Wrong($"{path}.{member.Name}", value is null ? "a text, a number, true or false was expected" : "it is there twice");
            }
        }

        if (name == JourneyActionStep.End && (next is not null || values.Count > 0))
        {
            _places.Wrong(path, "nothing follows the end, and it takes no values");
        }

        return new JourneyActionStep(key, new RuleActionDefinition(name, values), next);
    }
}
