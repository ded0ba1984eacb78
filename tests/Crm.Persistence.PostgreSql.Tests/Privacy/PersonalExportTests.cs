using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class PersonalExportTests(PostgreSqlFixture fixture) : PersonalExportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
