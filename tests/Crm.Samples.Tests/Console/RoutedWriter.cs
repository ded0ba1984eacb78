using System.Text;

namespace Crm.Samples.Tests.Console;

/// <summary>Writes what one run prints to that run, and what the rest of the process prints, such as logs of web hosts, where it went before.</summary>
internal sealed class RoutedWriter(TextWriter usual) : TextWriter
{
    private readonly AsyncLocal<TextWriter?> _own = new();

    public override Encoding Encoding => usual.Encoding;

    private TextWriter Target => _own.Value ?? usual;

    /// <summary>From here on, everything that follows in this flow of control goes to a writer; to the usual one when null.</summary>
    public void Route(TextWriter? writer) => _own.Value = writer;

    public override void Write(char value) => Target.Write(value);

    public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Target.Write(buffer);

    public override void Write(string? value) => Target.Write(value);

    public override void Flush() => Target.Flush();
}
