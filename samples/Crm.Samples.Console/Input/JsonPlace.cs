using System.Text.Json;
using Crm.Samples.Console.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Input;

/// <summary>A place in a JSON file; what is not there, or is something else, is refused with its path.</summary>
internal readonly record struct JsonPlace(JsonElement Element, string Path, string File)
{
    public string Text => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Unusable("A text was expected.");

    public double Number => Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Unusable("A number was expected.");

    public int Whole => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) ? number : throw Unusable("A whole number was expected.");

    public bool Flag => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Unusable("true or false was expected.");

    public Instant At => InstantPattern.ExtendedIso.Parse(Text).TryGetValue(default, out var at) ? at : throw Unusable($"{Text}: an instant such as 2026-06-01T08:00:00Z was expected.");

    public LocalDate Date => DateOf(Text);

    public IEnumerable<JsonPlace> Items
    {
        get
        {
            var (path, file) = (Path, File);
            return Element.ValueKind == JsonValueKind.Array
                ? Element.EnumerateArray().Select((item, index) => new JsonPlace(item, $"{path}[{index}]", file))
                : throw Unusable("A list was expected.");
        }
    }

    public IEnumerable<(string Name, JsonPlace Value)> Members
    {
        get
        {
            var (path, file) = (Path, File);
            return Element.ValueKind == JsonValueKind.Object
                ? Element.EnumerateObject().Select(m => (m.Name, new JsonPlace(m.Value, $"{path}.{m.Name}", file)))
                : throw Unusable("An object was expected.");
        }
    }

    public JsonPlace this[string name] => Find(name) ?? throw new JsonPlace(Element, $"{Path}.{name}", File).Unusable("This is missing.");

    /// <summary>A whole file as one document.</summary>
    public static JsonPlace Read(TextSource source)
    {
        try
        {
            return new JsonPlace(JsonDocument.Parse(source.Read(text => text.ReadToEnd())).RootElement, "$", source.Name);
        }
        catch (JsonException unreadable)
        {
            throw new CommandFailure(
                ExitStatus.UnusableInput, [new Problem("FileUnusable", unreadable.Message) { File = source.Name, Target = unreadable.Path ?? "$", Row = (int?)unreadable.LineNumber + 1 }], unreadable);
        }
    }

    /// <summary>A member; null when it is missing or null.</summary>
    public JsonPlace? Find(string name) => Element.ValueKind != JsonValueKind.Object
        ? throw Unusable("An object was expected.")
        : Element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? new JsonPlace(member, $"{Path}.{name}", File) : null;

    /// <summary>A day named by a text, such as the name of a member.</summary>
    public LocalDate DateOf(string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? date : throw Unusable($"{text}: a day such as 2026-06-01 was expected.");

    public CommandFailure Unusable(string message) =>
        new(ExitStatus.UnusableInput, [new Problem("FileUnusable", $"{Path}: {message}") { File = File, Target = Path }]);
}
