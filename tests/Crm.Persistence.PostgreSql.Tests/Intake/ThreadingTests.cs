using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.PostgreSql.Tests.Intake;

public sealed class ThreadingTests(PostgreSqlFixture fixture) : ThreadingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
