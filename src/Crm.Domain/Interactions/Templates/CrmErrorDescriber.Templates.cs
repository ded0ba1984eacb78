namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>A tag of a template has no end.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateTagUnclosed(int line, int column) => Error(nameof(TemplateTagUnclosed), "Line {0}, column {1}: the tag has no end.", "template", line, column);

    /// <summary>A tag of a template is not allowed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateTagNotAllowed(int line, int column, string tag) =>
        Error(nameof(TemplateTagNotAllowed), "Line {0}, column {1}: {2} is not allowed here.", "template", line, column, tag);

    /// <summary>A name of a template stands for nothing.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateNameUnknown(int line, int column, string name) =>
        Error(nameof(TemplateNameUnknown), "Line {0}, column {1}: {2} cannot be used here.", "template", line, column, name);

    /// <summary>A section of a template is not closed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <param name="name">The section.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateSectionUnclosed(int line, int column, string name) =>
        Error(nameof(TemplateSectionUnclosed), "Line {0}, column {1}: the section {2} is not closed.", "template", line, column, name);

    /// <summary>A section of a template is closed that is not open.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <param name="name">The section.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateSectionUnopened(int line, int column, string name) =>
        Error(nameof(TemplateSectionUnopened), "Line {0}, column {1}: the section {2} is not the one that is open.", "template", line, column, name);

    /// <summary>Sections of a template are nested too deep.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    /// <param name="most">How deep they may be.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateTooDeep(int line, int column, int most) =>
        Error(nameof(TemplateTooDeep), "Line {0}, column {1}: sections may be nested {2} deep.", "template", line, column, most);

    /// <summary>A template becomes too long, or has too many items.</summary>
    /// <param name="most">How long it may become.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateResultTooLarge(int most) => Error(nameof(TemplateResultTooLarge), "The template becomes longer than {0} characters, or its lists are too long.", "template", most);

    /// <summary>A subject or another line of the header has a line break once its values stand in it.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The error.</returns>
    public virtual CrmError HeaderNotOneLine(string field) => Error(nameof(HeaderNotOneLine), "{0} has to be one line, without control characters and not too long.", field, field);

    /// <summary>There is no such template.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateNotFound(string key) => Error(nameof(TemplateNotFound), "There is no template {0}.", "template", key);

    /// <summary>The template is archived.</summary>
    /// <param name="key">The template.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateArchived(string key) => Error(nameof(TemplateArchived), "Template {0} is archived.", "template", key);

    /// <summary>The template is not archived.</summary>
    /// <param name="key">The template.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TemplateNotArchived(string key) => Error(nameof(TemplateNotArchived), "Template {0} is not archived.", "template", key);
}
