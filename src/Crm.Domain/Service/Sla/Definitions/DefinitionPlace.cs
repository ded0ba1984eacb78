using System.Text.Json;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Service;

/// <summary>A place in the JSON of working hours or of a policy; what is not there, or is something else, is refused with its path.</summary>
internal readonly record struct DefinitionPlace(JsonElement Element, string Path)
{
    public bool IsText => Element.ValueKind == JsonValueKind.String;

    public bool IsNumber => Element.ValueKind == JsonValueKind.Number;

    public string Text => IsText ? Element.GetString()! : throw Unreadable("a text was expected");

    public decimal Number => IsNumber && Element.TryGetDecimal(out var number) ? number : throw Unreadable("a number was expected");

    public int Whole => IsNumber && Element.TryGetInt32(out var number) ? number : throw Unreadable("a whole number was expected");

    public bool Flag => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Unreadable("true or false was expected");

    public LocalDate Date => LocalDatePattern.Iso.Parse(Text).TryGetValue(default, out var date) ? date : throw Unreadable("a day such as 2026-06-02 was expected");

    public IEnumerable<DefinitionPlace> Items
    {
        get
        {
            var path = Path;
            return Element.ValueKind == JsonValueKind.Array
                ? Element.EnumerateArray().Select((item, index) => new DefinitionPlace(item, $"{path}[{index}]"))
                : throw Unreadable("a list was expected");
        }
    }

    public IEnumerable<(string Name, DefinitionPlace Value)> Members
    {
        get
        {
            var path = Path;
            return Element.ValueKind == JsonValueKind.Object
                ? Element.EnumerateObject().Select(m => (m.Name, new DefinitionPlace(m.Value, $"{path}.{m.Name}")))
                : throw Unreadable("an object was expected");
        }
    }

    public DefinitionPlace this[string name] => Find(name) ?? throw new DefinitionException($"{Path}.{name}", "this is missing");

    public static CrmResult<T> Read<T>(string json, CrmErrorDescriber errors, Func<DefinitionPlace, T> read)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return read(new DefinitionPlace(document.RootElement, "$"));
        }
        catch (JsonException unreadable)
        {
            return errors.ServiceDefinitionUnreadable(FormattableString.Invariant($"line {(unreadable.LineNumber ?? 0) + 1}"), "JSON was expected");
        }
        catch (DefinitionException unreadable)
        {
            return errors.ServiceDefinitionUnreadable(unreadable.Path, unreadable.Message);
        }
        catch (Exception illFormed) when (illFormed is InvalidOperationException or ArgumentException)
        {
            // Text of the document that is no well-formed UTF-16.
            return errors.ServiceDefinitionUnreadable("$", "well-formed text was expected");
        }
    }

    /// <summary>A member; null when it is missing or null.</summary>
    public DefinitionPlace? Find(string name) => Element.ValueKind != JsonValueKind.Object
        ? throw Unreadable("an object was expected")
        : Element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? new DefinitionPlace(member, $"{Path}.{name}") : null;

    /// <summary>The items of a member; none when it is missing.</summary>
    public IEnumerable<DefinitionPlace> ItemsOf(string name) => Find(name)?.Items ?? [];

    /// <summary>Refuses members of other names, so that a mistyped one is not overlooked.</summary>
    public void Only(params IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members)
        {
            if (!names.Contains(name) || !seen.Add(name))
            {
                throw value.Unreadable($"{string.Join(", ", names)} was expected, each once");
            }
        }
    }

    /// <summary>The same place, once its members are known by name.</summary>
    public DefinitionPlace With(params IReadOnlyList<string> names)
    {
        Only(names);
        return this;
    }

    /// <summary>Makes a value of it; what the value refuses is refused with the path.</summary>
    public T Guarded<T>(Func<DefinitionPlace, T> make)
    {
        try
        {
            return make(this);
        }
        catch (ArgumentException invalid)
        {
            throw Unreadable(invalid.Message);
        }
        catch (OverflowException invalid)
        {
            throw Unreadable(invalid.Message);
        }
    }

    public DefinitionException Unreadable(string reason) => new(Path, reason);
}
