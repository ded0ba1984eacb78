using Crm.Domain.Intake;
using Crm.Domain.Service;
using Crm.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Tests.Intake;

[Trait("Check", "IN-06")]
public class CaseReferenceTests
{
    private static readonly CaseReferences s_references = new(Options.Create(new CrmOptions()));

    [Theory]
    [InlineData("Re: [Case#C-000042] Kettle", "C-000042")]
    [InlineData("c-000042", "C-000042")]
    [InlineData("(C-000042), C-1000000.", "C-000042 C-1000000")]
    [InlineData("C-000042 and C-000042", "C-000042")]
    [InlineData("C-0000\r\n42", "C-000042")]
    [InlineData("> see C-\n> 000042", "C-000042")]
    [InlineData("C-000042\n17 pieces", "C-000042 C-00004217")]
    [InlineData("AC-000042 C-00042 C-000042x xC-000042 C-000042-1 ÄC-000042", "")]
    [InlineData("C-12345678901234567890", "")]
    [InlineData("", "")]
    public void Find_Numbers_StandAsWordsOfTheirOwn(string text, string expected) =>
        string.Join(' ', s_references.Find(text)).Should().Be(expected);

    [Fact]
    public void Find_WhatWasWritten_Always() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
            {
                var written = CaseNumber.From(Math.Abs((long)number) + 1);
                return s_references.Find($"Re: {s_references.Write(written)} hello").SequenceEqual([written]);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(300, 3_000)));

    [Fact]
    public void Find_AnyText_ThrowsNothing_AndIsBounded() =>
        s_references.Find(string.Concat(Enumerable.Range(0, 200_000).Select(i => $"C-{i:D6} "))).Should().HaveCount(20);
}
