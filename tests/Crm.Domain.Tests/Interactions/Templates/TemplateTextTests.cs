using Crm.Domain.Interactions;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Interactions;

/// <summary>The cases of the Mustache specification that the subset covers (interpolation, sections, inverted, comments), and what is ours.</summary>
public class TemplateTextTests
{
    public static TheoryData<string, string> Cases => new()
    {
        // interpolation
        { "Hello from {Mustache}!\n", "Hello from {Mustache}!\n" },
        { "Hello, {{subject}}!\n", "Hello, world!\n" },
        { "{{subject}}, {{planet}}!", "world, !" },
        { "These characters should be HTML escaped: {{forbidden}}\n", "These characters should be HTML escaped: &amp; &quot; &lt; &gt;\n" },
        { "These characters should not be HTML escaped: {{{forbidden}}}\n", "These characters should not be HTML escaped: & \" < >\n" },
        { "These characters should not be HTML escaped: {{&forbidden}}\n", "These characters should not be HTML escaped: & \" < >\n" },
        { "I ({{cannot}}) be seen!", "I () be seen!" },
        { "I ({{{cannot}}}) be seen!", "I () be seen!" },
        { "| {{subject}} |", "| world |" },
        { "  {{subject}}\n", "  world\n" },
        { "  {{{subject}}}\n", "  world\n" },
        { "|{{ subject }}|", "|world|" },
        { "|{{{ subject }}}|", "|world|" },
        { "|{{& subject }}|", "|world|" },
        { "{{a.b}}", "dotted" },
        { "{{a}}", "" },

        // sections
        { "\"{{#yes}}This should be rendered.{{/yes}}\"", "\"This should be rendered.\"" },
        { "\"{{#no}}This should not be rendered.{{/no}}\"", "\"\"" },
        { "\"{{#missing}}x{{/missing}}\"", "\"\"" },
        { "{{#list}}{{item}}{{/list}}", "123" },
        { "\"{{#empty}}Yay lists!{{/empty}}\"", "\"\"" },
        { "{{#yes}}\n* first\n{{/yes}}\n* {{subject}}\n{{#yes}}\n* third\n{{/yes}}\n", "* first\n* world\n* third\n" },
        { "| A {{#yes}}B {{#yes}}C{{/yes}} D{{/yes}} E |", "| A B C D E |" },
        { "| A {{#no}}B {{#yes}}C{{/yes}} D{{/no}} E |", "| A  E |" },
        { "[{{#missing}}Found key 'missing'!{{/missing}}]", "[]" },
        { "\"{{#plain}}({{.}}){{/plain}}\"", "\"(1)(2)(3)\"" },
        { "{{#subject}}Hi {{.}}.{{/subject}}", "Hi world." },
        { " | {{#yes}}\t|\t{{/yes}} | \n", " | \t|\t | \n" },
        { " | {{#yes}} {{! Important Whitespace }}\n {{/yes}} | \n", " |  \n  | \n" },
        { " {{#yes}}YES{{/yes}}\n {{#yes}}GOOD{{/yes}}\n", " YES\n GOOD\n" },
        { "| This Is\n{{#yes}}\n|\n{{/yes}}\n| A Line\n", "| This Is\n|\n| A Line\n" },
        { "| This Is\n  {{#yes}}\n|\n  {{/yes}}\n| A Line\n", "| This Is\n|\n| A Line\n" },
        { "|\r\n{{#yes}}\r\n{{/yes}}\r\n|", "|\r\n|" },
        { "  {{#yes}}\n#{{/yes}}\n/", "#\n/" },
        { "#{{#yes}}\n/\n  {{/yes}}", "#\n/\n" },
        { "|{{# yes }}={{/ yes }}|", "|=|" },

        // inverted
        { "\"{{^no}}This should be rendered.{{/no}}\"", "\"This should be rendered.\"" },
        { "\"{{^yes}}x{{/yes}}\"", "\"\"" },
        { "\"{{^list}}x{{/list}}\"", "\"\"" },
        { "\"{{^empty}}Yay lists!{{/empty}}\"", "\"Yay lists!\"" },
        { "{{^no}}\n* first\n{{/no}}\n* {{subject}}\n", "* first\n* world\n" },
        { "| A {{^no}}B {{^no}}C{{/no}} D{{/no}} E |", "| A B C D E |" },
        { "[{{^missing}}Cannot find key 'missing'!{{/missing}}]", "[Cannot find key 'missing'!]" },
        { "| This Is\n  {{^no}}\n|\n  {{/no}}\n| A Line\n", "| This Is\n|\n| A Line\n" },

        // comments
        { "12345{{! Comment Block! }}67890", "1234567890" },
        { "12345{{!\n  This is a\n  multi-line comment...\n}}67890\n", "1234567890\n" },
        { "Begin.\n{{! Comment Block! }}\nEnd.\n", "Begin.\nEnd.\n" },
        { "Begin.\n  {{! Indented Comment Block! }}\nEnd.\n", "Begin.\nEnd.\n" },
        { "|\r\n{{! Standalone Comment }}\r\n|", "|\r\n|" },
        { "  {{! I'm Still Standalone }}\n!", "!" },
        { "!\n  {{! I'm Still Standalone }}", "!\n" },
        { "Begin.\n{{!\nSomething's going on here...\n}}\nEnd.\n", "Begin.\nEnd.\n" },
        { "  12 {{! 34 }}\n", "  12 \n" },
        { "12345 {{! Comment Block! }} 67890", "12345  67890" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OfTheSpecification_IsRendered(string template, string expected) =>
        TemplateText.Parse(template, TemplateFormat.Html).Value.Render(Values()).Value.Should().Be(expected);

    [Theory]
    [InlineData("Dear {{name", "TemplateTagUnclosed", 1, 6)]
    [InlineData("Dear\n {{{name}}", "TemplateTagUnclosed", 2, 2)]
    [InlineData("a\nb {{> partial}}", "TemplateTagNotAllowed", 2, 3)]
    [InlineData("{{=<% %>=}}", "TemplateTagNotAllowed", 1, 1)]
    [InlineData("{{}}", "TemplateTagNotAllowed", 1, 1)]
    [InlineData("{{name()}}", "TemplateTagNotAllowed", 1, 1)]
    [InlineData("{{customer name}}", "TemplateTagNotAllowed", 1, 1)]
    [InlineData("{{__proto__[x]}}", "TemplateTagNotAllowed", 1, 1)]
    [InlineData("x\n\n  {{password}}", "TemplateNameUnknown", 3, 3)]
    [InlineData("{{#password}}{{/password}}", "TemplateNameUnknown", 1, 1)]
    [InlineData("{{list}}", "TemplateNameUnknown", 1, 1)]
    [InlineData("{{item}}", "TemplateNameUnknown", 1, 1)]
    [InlineData("{{#list}}\n{{item}}", "TemplateSectionUnclosed", 1, 1)]
    [InlineData("{{/list}}", "TemplateSectionUnopened", 1, 1)]
    [InlineData("{{#list}}{{#flag}}{{/list}}{{/flag}}", "TemplateSectionUnopened", 1, 19)]
    [InlineData("{{{name}}}", "TemplateTagNotAllowed", 1, 1)]
    [InlineData("{{&name}}", "TemplateTagNotAllowed", 1, 1)]
    public void Mistake_IsACodedErrorWithItsPlace(string template, string code, int line, int column)
    {
        var vocabulary = new TemplateVocabulary().Texts("name", "customer.name").Add("flag", TemplateValueKind.Flag).Add("list", TemplateValueKind.List, new TemplateVocabulary().Texts("item")).Add("html", TemplateValueKind.Markup);

        var error = TemplateText.Parse(template, TemplateFormat.Html, vocabulary).Errors.Should().ContainSingle().Subject;

        error.Code.Should().Be(code);
        error.Message.Should().StartWith($"Line {line}, column {column}:");
    }

    [Fact]
    public void Section_NestedTooDeepOrTooLong_IsRefused()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("{{#a}}", depth)) + string.Concat(Enumerable.Repeat("{{/a}}", depth));
        TemplateText.Parse(Nested(16), TemplateFormat.Text).Succeeded.Should().BeTrue();
        TemplateText.Parse(Nested(17), TemplateFormat.Text).Errors.Single().Code.Should().Be("TemplateTooDeep");
        TemplateText.Parse(new string('a', TemplateText.MaxLength + 1), TemplateFormat.Text).Errors.Single().Code.Should().Be("InvalidValue");
        TemplateText.Parse("a\0b", TemplateFormat.Text).Errors.Single().Code.Should().Be("InvalidValue");
    }

    [Fact]
    public void Render_OfWhatGrowsWithoutMeasure_IsRefused()
    {
        var items = TemplateValue.Of([.. Enumerable.Repeat(new TemplateValues(), 1000)]);
        var values = new TemplateValues().Set("a", items).Set("b", items).Set("long", new string('x', 200_000)).Set("many", TemplateValue.Of([.. Enumerable.Repeat(new TemplateValues(), 1001)]));

        foreach (var template in new[] { "{{#a}}{{#b}}{{#a}}x{{/a}}{{/b}}{{/a}}", "{{#a}}{{long}}{{/a}}", "{{#many}}{{/many}}" })
        {
            TemplateText.Parse(template, TemplateFormat.Text).Value.Render(values).Errors.Single().Code.Should().Be("TemplateResultTooLarge", template);
        }
    }

    [Fact]
    public void Value_ThatLooksLikeATemplate_StaysText()
    {
        var values = new TemplateValues().Set("name", "{{secret}} {{#x}}<script>").Set("secret", "42");

        TemplateText.Parse("Dear {{name}}", TemplateFormat.Text).Value.Render(values).Value.Should().Be("Dear {{secret}} {{#x}}<script>");
        TemplateText.Parse("Dear {{name}}", TemplateFormat.Html).Value.Render(values).Value.Should().Be("Dear {{secret}} {{#x}}&lt;script&gt;");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("https://a\r\nb")]
    public void Link_OfAnotherKind_IsRefused(string link) => FluentActions.Invoking(() => TemplateValue.Link(link)).Should().Throw<ArgumentException>();

    [Fact]
    public void Html_OfAnyValue_HasNoMarkupOfItsOwn() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Elements("<", ">", "&", "\"", "'", "a", "{{", "}}", "\n").ListOf().Select(p => string.Concat(p)).ToArbitrary(),
        text => TemplateText.Parse("{{x}}", TemplateFormat.Html).Value.Render(new TemplateValues().Set("x", text)).Value.IndexOfAny(['<', '>', '"', '\'']) < 0));

    private static TemplateValues Values() => new TemplateValues()
        .Set("subject", "world").Set("forbidden", "& \" < >").Set("a.b", "dotted")
        .Set("yes", TemplateValue.Of(true)).Set("no", TemplateValue.Of(false)).Set("empty", TemplateValue.Of([]))
        .Set("list", TemplateValue.Of([.. Enumerable.Range(1, 3).Select(i => new TemplateValues().Set("item", $"{i}"))]))
        .Set("plain", TemplateValue.Of([.. Enumerable.Range(1, 3).Select(i => new TemplateValues().Set(".", $"{i}"))]));
}
