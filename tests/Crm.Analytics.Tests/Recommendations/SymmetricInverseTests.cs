using Crm.Analytics.Recommendations;
using MathNet.Numerics.LinearAlgebra;

namespace Crm.Analytics.Tests.Recommendations;

public sealed class SymmetricInverseTests
{
    [Theory]
    [InlineData(48, 1)]
    [InlineData(144, 2)]
    [InlineData(240, 2)]
    [InlineData(480, 3)]
    public void Negate_PositiveDefinite_IsMinusTheInverse(int size, int degree)
    {
        var random = new System.Random(size);
        var wide = Matrix<double>.Build.Dense(size, size, (_, _) => random.NextDouble() - .5);
        var matrix = (wide * wide.Transpose()) + Matrix<double>.Build.DenseIdentity(size);
        var flat = new float[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) flat[(i * size) + j] = (float)matrix[i, j];
        }

        SymmetricInverse.Negate(flat, size, degree).Should().BeTrue();

        var expected = matrix.Inverse();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++) flat[(i * size) + j].Should().BeApproximately((float)-expected[i, j], 2e-5f);
        }
    }

    [Fact]
    public void Negate_Singular_IsRefused()
    {
        var flat = new float[96 * 96];
        for (var i = 0; i < 96; i++) flat[(i * 96) + i] = 1;
        flat[(50 * 96) + 49] = flat[(49 * 96) + 50] = 1;

        SymmetricInverse.Negate(flat, 96, 1).Should().BeFalse();
    }

    [Theory]
    [InlineData(1, 48)]
    [InlineData(48, 48)]
    [InlineData(49, 96)]
    public void Padded_AnySize_IsTheNextMultiple(int size, int padded) => SymmetricInverse.Padded(size).Should().Be(padded);
}
