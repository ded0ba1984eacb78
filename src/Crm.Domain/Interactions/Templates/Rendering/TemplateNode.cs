namespace Crm.Domain.Interactions;

/// <summary>A piece of a parsed template.</summary>
internal abstract record TemplateNode;

/// <summary>Text that stands as it is.</summary>
internal sealed record TemplateLiteral(string Text) : TemplateNode;

/// <summary>A name that its value stands for.</summary>
internal sealed record TemplateVariable(string Name, bool IsRaw) : TemplateNode;

/// <summary>What is written when a value is there, once for each item; inverted, when it is not.</summary>
internal sealed record TemplateSection(string Name, bool IsInverted, List<TemplateNode> Nodes) : TemplateNode;
