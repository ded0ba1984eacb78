using Crm.Samples.Tests.Console;
using Crm.Testing;

namespace Crm.Samples.Tests.Issues;

/// <summary>One token in 64 begins with a hyphen, and was taken for an option that there is not.</summary>
public sealed class TokenWithHyphenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("portal", "accept")]
    [InlineData("form", "confirm")]
    public async Task Token_ThatBeginsWithAHyphen_IsRead(params string[] command)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. command, "-A2va0SvyqSqGERVp9GhhGAOGXbTPY7sInlULUhqhTg", "--json"]);
        run.ExitCode.Should().Be(1, "nobody has this token: {0}", run.Errors);
        (await CrmRun.RunAsync(_folder.Path, [.. command, "-A2va"])).ExitCode.Should().Be(2, "a short one is a mistyped option");
    }
}
