using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.PostgreSql.Tests.Saving;

public sealed class WholeWalkTests(PostgreSqlFixture fixture) : WholeWalkSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
