namespace Crm.Domain.Interactions;

/// <summary>Names of texts that an area gives to templates with each message of its own; in other messages they are empty. Scoped services.</summary>
public interface IMessageTexts
{
    /// <summary>The names, such as <c>survey.title</c>.</summary>
    IReadOnlyList<string> Names { get; }
}
