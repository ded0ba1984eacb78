namespace Crm.Domain.Customers;

/// <summary>One distinct value of a field in comparison form.</summary>
internal sealed class FieldText(string text)
{
    /// <summary>The words with one blank between them.</summary>
    public string Text { get; } = text;

    public string[] Words { get; } = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words as one.</summary>
    public string Compact { get; } = text.Replace(" ", string.Empty, StringComparison.Ordinal);

    public string Sound { get; } = SoundKey.Of(text.Replace(" ", string.Empty, StringComparison.Ordinal));
}
