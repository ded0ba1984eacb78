using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class RetentionTests(PostgreSqlFixture fixture) : RetentionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
