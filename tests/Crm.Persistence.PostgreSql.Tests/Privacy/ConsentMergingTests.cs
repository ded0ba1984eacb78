using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class ConsentMergingTests(PostgreSqlFixture fixture) : ConsentMergingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
