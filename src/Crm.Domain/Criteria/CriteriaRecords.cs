using System.Text.Json;
using Crm.Domain.Primitives;

namespace Crm.Domain.Criteria;

/// <summary>Reads plain records from JSON and evaluates trees on them: members, and which condition held for whom.</summary>
public static class CriteriaRecords
{
    private const int MaxErrors = 20;

    /// <summary>
    /// Reads records and their facts. A record is <c>{"id", field: value, …}</c> with one value or a list for each field of the
    /// catalogue, null for none; a fact is <c>{owner: id, "kind", "at", field: value, …}</c>.
    /// </summary>
    /// <param name="catalogue">The fields.</param>
    /// <param name="records">A JSON array of records.</param>
    /// <param name="facts">A JSON array of facts.</param>
    /// <param name="owner">Name of the member in which a fact names its record, such as <c>customer</c>; both arrays are named by it in errors.</param>
    /// <param name="moment">When the records are evaluated: days are instants of its zone.</param>
    /// <param name="errors">The words of refusals; <see cref="CrmErrorDescriber.Default"/> when null.</param>
    /// <returns>The records in their order; or, each with its JSON path, <c>CriteriaMalformed</c>, <c>CriteriaFieldUnknown</c>, <c>CriteriaValueInvalid</c>.</returns>
    public static CrmResult<IReadOnlyList<CriteriaRecord>> Read(
        this FieldCatalogue<CriteriaRecord> catalogue, JsonElement records, JsonElement facts, string owner, CriteriaMoment moment, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(moment);
        var reading = new Reading(catalogue, moment, errors ?? CrmErrorDescriber.Default);
        var known = new Dictionary<string, CriteriaRecord>(StringComparer.Ordinal);
        foreach (var (element, path) in reading.Items(records, $"$.{owner}s"))
        {
            if (reading.Record(element, path) is { } record && !known.TryAdd(record.Id, record))
            {
                reading.Malformed($"{path}.id", "the id is there twice");
            }
        }

        foreach (var (element, path) in reading.Items(facts, "$.facts"))
        {
            reading.Fact(element, path, owner, known);
        }

        return reading.Errors.Count > 0 ? CrmResult<IReadOnlyList<CriteriaRecord>>.Failed(reading.Errors) : known.Values.ToArray();
    }

    /// <summary>Says for each record whether the tree holds, and which of its conditions do.</summary>
    /// <param name="catalogue">The fields.</param>
    /// <param name="criterion">The tree.</param>
    /// <param name="moment">When it is evaluated.</param>
    /// <param name="records">The records.</param>
    /// <param name="errors">The words of refusals; <see cref="CrmErrorDescriber.Default"/> when null.</param>
    /// <returns>Record, whether it is a member, and the outcome of each condition; or what the catalogue refuses.</returns>
    public static CrmResult<IReadOnlyList<RecordOutcome>> Evaluate(
        this FieldCatalogue<CriteriaRecord> catalogue, Criterion criterion, CriteriaMoment moment, IEnumerable<CriteriaRecord> records, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(records);
        var (whole, each) = (catalogue.Compile(criterion, moment, errors), catalogue.CompileEach(criterion, moment, errors));
        if (!whole.TryGetValue(out var condition) || !each.TryGetValue(out var conditions))
        {
            return CrmResult<IReadOnlyList<RecordOutcome>>.Failed(whole.Succeeded ? each.Errors : whole.Errors);
        }

        var isMember = condition.Compile(preferInterpretation: true);
        var held = conditions.Select(c => (c.Path, c.Condition.Field, c.Condition.Operator, Holds: c.Holds.Compile(preferInterpretation: true))).ToList();
        return records
            .Select(r => new RecordOutcome(r.Id, isMember(r), [.. held.Select(h => new ConditionOutcome(h.Path, h.Field, h.Operator, h.Holds(r)))]))
            .ToArray();
    }

    private sealed class Reading(FieldCatalogue<CriteriaRecord> catalogue, CriteriaMoment moment, CrmErrorDescriber errors)
    {
        public List<CrmError> Errors { get; } = [];

        public IEnumerable<(JsonElement Element, string Path)> Items(JsonElement array, string path)
        {
            if (array.ValueKind == JsonValueKind.Array)
            {
                return array.EnumerateArray().Select((element, index) => (element, $"{path}[{index}]")).TakeWhile(_ => Errors.Count < MaxErrors);
            }

            if (array.ValueKind != JsonValueKind.Undefined)
            {
                Malformed(path, "a list was expected");
            }

            return [];
        }

        public CriteriaRecord? Record(JsonElement element, string path)
        {
            if (Identity(element, "id", path) is not { } id)
            {
                return null;
            }

            var record = new CriteriaRecord(id);
            Fill(record, element, path, catalogue, ["id"]);
            return record;
        }

        public void Fact(JsonElement element, string path, string owner, Dictionary<string, CriteriaRecord> known)
        {
            if (Identity(element, owner, path) is not { } id || Identity(element, "kind", path) is not { } kindName)
            {
                return;
            }

            if (!known.TryGetValue(id, out var record))
            {
                Malformed($"{path}.{owner}", $"there is no {owner} {id}");
            }
            else if (!catalogue.Kinds.TryGetValue(kindName, out var makeKind))
            {
                Malformed($"{path}.kind", $"one of {string.Join(", ", catalogue.Kinds.Keys)} was expected");
            }
            else
            {
                var kind = makeKind();
                var fact = new CriteriaRecord(path);
                if (!element.TryGetProperty(CriteriaRecord.Time, out var at) || kind.Relation.ReadTime(Plain(at), moment) is not { } time)
                {
                    Add(errors.CriteriaValueInvalid($"{path}.{CriteriaRecord.Time}", CriteriaRecord.Time, InstantKind.Instance.Expected));
                    return;
                }

                fact.Set(CriteriaRecord.Time, time);
                Fill(fact, element, path, kind.Relation.Fields, [owner, "kind", CriteriaRecord.Time]);
                if (kind.Field is not null)
                {
                    fact.Set(kind.Field, kind.Relation.Fields.Find(kind.Field)!.ReadValues([kind.Value!], moment)!);
                }

                record.Add(kind.Relation.Name, fact);
            }
        }

        public void Malformed(string path, string reason) => Add(errors.CriteriaMalformed(path, reason));

        private void Fill(CriteriaRecord record, JsonElement element, string path, FieldCatalogue<CriteriaRecord> fields, string[] others)
        {
            foreach (var member in element.EnumerateObject().Where(m => !others.Contains(m.Name)))
            {
                var at = $"{path}.{member.Name}";
                if (fields.Find(member.Name) is not { Field.Relation: null } field)
                {
                    Add(errors.CriteriaFieldUnknown(at, member.Name));
                }
                else if (Values(member.Value) is not { } raw || field.ReadValues(raw, moment) is not { } values)
                {
                    Add(errors.CriteriaValueInvalid(at, member.Name, errors.NameOf(field.Field.Type)));
                }
                else
                {
                    record.Set(member.Name, values);
                }
            }
        }

        private string? Identity(JsonElement element, string name, string path)
        {
            var id = element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
            if (string.IsNullOrEmpty(id))
            {
                Malformed($"{path}.{name}", "a text was expected");
            }

            return string.IsNullOrEmpty(id) ? null : id;
        }

        private static List<object>? Values(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Null)
            {
                return [];
            }

            var plain = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(Plain).ToList() : [Plain(element)];
            return plain.TrueForAll(v => v is not null) ? plain.ConvertAll(v => v!) : null;
        }

        private static object? Plain(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number when element.TryGetDecimal(out var number) => number,
            JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
            _ => null,
        };

        private void Add(CrmError error)
        {
            if (Errors.Count < MaxErrors)
            {
                Errors.Add(error);
            }
        }
    }
}
